-- Bodies of functions that are new, or have another body, since the transactions below :since had ended. The number of the transaction
-- that wrote a row has 32 bits: half of all numbers are after any one of them, and what is found too much is old, and does no harm.
SELECT f.oid,
       'function ' || f.oid::pg_catalog.regprocedure AS description,
       f.prosrc AS body
  FROM pg_catalog.pg_proc f
 WHERE f.oid >= 16384
   AND f.prolang <> ALL (ARRAY (SELECT l.oid FROM pg_catalog.pg_language l WHERE l.lanname IN ('internal', 'c')))
   AND f.prosrc <> ''
   AND (f.xmin::text::bigint - :'since'::bigint % 4294967296 + 4294967296) % 4294967296 < 2147483648;
