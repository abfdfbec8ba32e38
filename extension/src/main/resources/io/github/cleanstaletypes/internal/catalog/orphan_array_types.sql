-- Array types whose element type is gone or does not point back. Told by array_in: int2vector and oidvector only look like arrays.
SELECT t.oid, n.nspname::text AS schema, t.typname::text AS name, t.typelem AS element,
       (SELECT e.typname::text FROM pg_catalog.pg_type e WHERE e.oid = t.typelem) AS element_name,
       ARRAY(SELECT a.attrelid::pg_catalog.regclass::text || '.' || pg_catalog.quote_ident(a.attname)
               FROM pg_catalog.pg_attribute a WHERE a.atttypid = t.oid AND NOT a.attisdropped ORDER BY 1) AS columns
  FROM pg_catalog.pg_type t
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typelem <> 0 AND t.typinput = 'pg_catalog.array_in(cstring, oid, int4)'::pg_catalog.regprocedure
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.oid = t.typelem AND e.typarray = t.oid)
 ORDER BY t.oid;
