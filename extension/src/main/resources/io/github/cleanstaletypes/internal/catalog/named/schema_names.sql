-- The names of schemas of these oids.
SELECT n.oid, n.nspname::text AS schema
  FROM pg_catalog.pg_namespace n
 WHERE n.oid = ANY (:'oids'::oid[]);
