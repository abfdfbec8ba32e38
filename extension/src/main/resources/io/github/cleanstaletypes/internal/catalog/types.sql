-- Standalone types (enum, domain, range, composite, and what else a CREATE TYPE of that name would run into) in user schemas,
-- of the given names or oids, or all; and, if wanted, those that an earlier run has quarantined.
-- Row types, array types and shell types are left out.
SELECT t.oid,
       n.nspname::text AS schema,
       t.typname::text AS name,
       CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range'
                      WHEN 'c' THEN 'composite' WHEN 'm' THEN 'multirange' ELSE 'base' END AS kind,
       pg_catalog.pg_get_userbyid(t.typowner)::text AS owner,
       pg_catalog.pg_has_role(t.typowner, 'USAGE') AS owned,
       pg_catalog.pg_has_role(n.nspowner, 'USAGE') AS schema_owned,
       (SELECT e.extname::text
          FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
         WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid
           AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e'
         LIMIT 1) AS extension,
       a.typname::text AS array_name,
       m.typname::text AS multirange_name,
       pg_catalog.obj_description(t.oid, 'pg_type') AS comment,
       -- what the undo was written for: another label, attribute, constraint, default, owner or privilege makes another number of it
:definition
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type a ON a.oid = t.typarray
  LEFT JOIN pg_catalog.pg_range r ON r.rngtypid = t.oid
  LEFT JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
 WHERE t.typisdefined
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND (t.typtype IN ('e', 'd', 'r', 'm')
        OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c')
        OR t.typtype = 'b' AND t.typelem = 0)
   AND (:'everything'::bool AND t.typtype IN ('e', 'd', 'r', 'c')
        OR t.typname = ANY (:'names'::pg_catalog.name[])
        OR t.oid = ANY (:'oids'::oid[])
        OR :'quarantined'::bool AND EXISTS (SELECT FROM pg_catalog.pg_description q
                    WHERE q.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND q.objoid = t.oid AND q.objsubid = 0
                      AND (pg_catalog.starts_with(q.description, :'marker') OR pg_catalog.starts_with(q.description, :'set_aside'))))
 ORDER BY t.oid;
