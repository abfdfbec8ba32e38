-- Columns of tables that have an enum of one of the given names, or an array of it, with their defaults. What a parent hands down to its
-- partitions and children is changed with the parent.
SELECT n.nspname::text AS schema, t.typname::text AS name,
       pg_catalog.format('%s%I.%I', CASE c.relkind WHEN 'f' THEN 'FOREIGN TABLE ' ELSE 'TABLE ' END,
                         cn.nspname, c.relname) AS target,
       pg_catalog.format('%I.%I', cn.nspname, c.relname) AS owner,
       pg_catalog.quote_ident(a.attname) AS "column",
       u.is_array,
       CASE WHEN a.attgenerated = '' THEN pg_catalog.pg_get_expr(d.adbin, d.adrelid) END AS default_expression,
       a.attgenerated <> '' AS generated
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  CROSS JOIN LATERAL (VALUES (t.oid, false), (t.typarray, true)) u(type, is_array)
  JOIN pg_catalog.pg_attribute a ON a.atttypid = u.type
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace cn ON cn.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
 WHERE t.typtype = 'e' AND t.typname = ANY (:'names'::pg_catalog.name[])
   AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND u.type <> 0
   AND c.relkind IN ('r', 'p', 'f') AND a.attnum > 0 AND NOT a.attisdropped AND a.attinhcount = 0
 ORDER BY n.nspname, t.typname, cn.nspname, c.relname, a.attnum;
