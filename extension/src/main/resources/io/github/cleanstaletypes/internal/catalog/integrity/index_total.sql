SELECT pg_catalog.count(*)::text AS rows,
       coalesce(pg_catalog.bit_xor(pg_catalog.hashtidextended(r.ctid, r.oid::int8)), 0)::text AS total
  FROM pg_catalog.%s r
 WHERE r.%s;
