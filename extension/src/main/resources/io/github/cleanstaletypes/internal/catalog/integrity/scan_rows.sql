SELECT r.oid, n.nspname::text AS schema, r.name, r.future
  FROM (%s) r LEFT JOIN pg_catalog.pg_namespace n ON n.oid = r.namespace;
