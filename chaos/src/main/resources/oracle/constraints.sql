SELECT pg_catalog.format('%I.%I', n.nspname, COALESCE(r.relname, t.typname)),
       pg_catalog.format('constraint %I.%I on %I', n.nspname, c.conname, COALESCE(r.relname, t.typname)),
       pg_catalog.pg_get_constraintdef(c.oid)
  FROM pg_catalog.pg_constraint c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
  LEFT JOIN pg_catalog.pg_class r ON r.oid = c.conrelid
  LEFT JOIN pg_catalog.pg_type t ON t.oid = c.contypid
 WHERE n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema'
