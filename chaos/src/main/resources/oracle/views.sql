SELECT pg_catalog.format('%I.%I', n.nspname, c.relname),
       pg_catalog.format('view %I.%I', n.nspname, c.relname),
       pg_catalog.pg_get_viewdef(c.oid)
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('v', 'm') AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
