-- Relations whose pg_class.reltype names a row that pg_type does not have.
SELECT c.oid, n.nspname::text AS schema, c.relname::text AS name, c.reltype AS type
  FROM pg_catalog.pg_class c
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.reltype <> 0 AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid = c.reltype)
 ORDER BY c.oid;
