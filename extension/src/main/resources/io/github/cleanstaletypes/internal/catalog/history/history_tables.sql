-- Tables of user schemas that have the columns of Flyway's schema history, whatever they are called; a table whose name and columns
-- only look like it, of other types, is none.
SELECT n.nspname::text AS schema,
       c.relname::text AS name,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name,
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   AND NOT a.attisdropped
   AND (a.attname IN ('installed_rank', 'checksum') AND a.atttypid = 'pg_catalog.int4'::pg_catalog.regtype
        OR a.attname IN ('version', 'description', 'type', 'script', 'installed_on')
        OR a.attname = 'success' AND a.atttypid = 'pg_catalog.bool'::pg_catalog.regtype)
 GROUP BY c.oid, n.oid, n.nspname, c.relname
HAVING pg_catalog.count(*) = 8
 ORDER BY n.nspname, c.relname;
