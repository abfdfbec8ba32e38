-- an index comes and goes with its table
SELECT pg_catalog.format('%I.%I', n.nspname, COALESCE(o.relname, c.relname)),
       pg_catalog.format('relation %I.%I', n.nspname, c.relname),
       pg_catalog.concat_ws(' ', c.relkind, pg_catalog.pg_get_userbyid(c.relowner), c.relacl, i.indisvalid,
                            pg_catalog.obj_description(c.oid, 'pg_class'))
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
  LEFT JOIN pg_catalog.pg_class o ON o.oid = i.indrelid
 WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND c.relkind <> 'c'
