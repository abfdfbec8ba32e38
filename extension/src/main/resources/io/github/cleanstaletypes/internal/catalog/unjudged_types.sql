-- The first standalone types by name, where no name is claimed, so that none of them is judged; without members of extensions and without
-- those that an earlier run has quarantined. No row where a name is claimed.
SELECT n.nspname::text AS schema, t.typname::text AS name
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE :'unclaimed'::bool
   AND t.typisdefined
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND (t.typtype IN ('e', 'd', 'r')
        OR t.typtype = 'c' AND EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid AND c.relkind = 'c'))
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid AND d.deptype = 'e')
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_description q
                    WHERE q.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND q.objoid = t.oid AND q.objsubid = 0
                      AND (pg_catalog.starts_with(q.description, :'marker') OR pg_catalog.starts_with(q.description, :'set_aside')))
 ORDER BY t.typname, t.typnamespace
 LIMIT 11;
