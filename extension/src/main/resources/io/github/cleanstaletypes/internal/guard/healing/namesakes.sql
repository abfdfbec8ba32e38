-- What has the given name, in whatever schema: relations of every kind, and types that are no relation's. A temporary object counts too.
SELECT n.oid AS schema_oid, n.nspname::text AS schema, true AS relation,
       CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
                      WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence'
                      WHEN 'c' THEN 'composite' ELSE 'index' END AS kind
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relname = ANY (:'names'::pg_catalog.name[])
   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
UNION ALL
SELECT n.oid, n.nspname::text, false,
       CASE WHEN t.typtype = 'e' THEN 'enum' WHEN t.typtype = 'd' THEN 'domain' WHEN t.typtype = 'r' THEN 'range'
            WHEN t.typtype = 'm' THEN 'multirange' WHEN t.typelem <> 0 THEN 'array' ELSE 'base' END
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typname = ANY (:'names'::pg_catalog.name[])
   AND t.typrelid = 0 AND t.typisdefined
   AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
 ORDER BY 2, 4;
