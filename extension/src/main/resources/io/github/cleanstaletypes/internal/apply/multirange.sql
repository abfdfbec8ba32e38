-- The multirange of a range.
SELECT m.oid, n.nspname::text AS schema, m.typname::text AS name
  FROM pg_catalog.pg_range r
  JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid
  JOIN pg_catalog.pg_namespace n ON n.oid = m.typnamespace
 WHERE r.rngtypid = ANY (:'oids'::oid[]);
