-- Row types whose pg_class row is gone, and what survives of the table: attributes, indexes, sequences, its heap file's number.
SELECT t.oid, n.nspname::text AS schema, t.typname::text AS name, t.typrelid AS relation,
       ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
       ARRAY(SELECT c.relname::text FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
              WHERE i.indrelid = t.typrelid ORDER BY 1) AS indexes,
       (SELECT a.typname::text FROM pg_catalog.pg_type a WHERE a.oid = t.typarray) AS array_type
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typtype = 'c' AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid)
 ORDER BY t.oid;
