-- The statements that give the constructors of a range and of its multirange the names that these two have by now, as far as the
-- constructors had the names that the two had before.
SELECT pg_catalog.format('ALTER FUNCTION %I.%I(%s) RENAME TO %I',
                         n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid), t.typname) AS statement
  FROM ROWS FROM (pg_catalog.unnest(:'oids'::oid[]), pg_catalog.unnest(:'names'::text[])) AS w(type, name)
  JOIN pg_catalog.pg_type t ON t.oid = w.type
  JOIN pg_catalog.pg_depend d
    ON d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.refobjid = w.type
   AND d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.deptype = 'i'
  JOIN pg_catalog.pg_proc p ON p.oid = d.objid AND p.proname = w.name::pg_catalog.name
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 ORDER BY p.oid;
