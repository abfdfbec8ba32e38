-- Tables in which migration tools keep their state, by their names, with their columns: several tools use one name.
SELECT n.nspname::text AS schema, c.relname::text AS name,
       (SELECT pg_catalog.array_agg(a.attname::text ORDER BY a.attnum) FROM pg_catalog.pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p') AND pg_catalog.lower(c.relname) = ANY (:'tool_tables'::text[])
   AND n.nspname !~ '^pg_'
 ORDER BY 1, 2;
