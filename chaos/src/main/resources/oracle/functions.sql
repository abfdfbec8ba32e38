-- the constructors of a range come and go with it
SELECT pg_catalog.format('%I.%I', n.nspname, COALESCE(r.typname, t.typname, p.proname)),
       pg_catalog.format('function %I.%I(%s)', n.nspname, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid)),
       pg_catalog.md5(pg_catalog.concat_ws(' ', p.prosrc, p.proowner, p.proacl, pg_catalog.pg_get_function_result(p.oid)))
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                                  AND d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.deptype = 'i'
  LEFT JOIN pg_catalog.pg_type t ON t.oid = d.refobjid
  LEFT JOIN pg_catalog.pg_range m ON m.rngmultitypid = t.oid
  LEFT JOIN pg_catalog.pg_type r ON r.oid = m.rngtypid
 WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
