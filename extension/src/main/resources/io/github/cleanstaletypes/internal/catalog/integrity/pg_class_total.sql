-- The same of pg_class: which rows a sequential scan shows, and which row types they point to.
SELECT pg_catalog.count(*)::text AS rows,
       coalesce(pg_catalog.bit_xor(pg_catalog.hashtidextended(c.ctid, c.oid::int8)), 0)::text AS total,
       coalesce(pg_catalog.bit_xor(
           CASE WHEN c.reltype <> 0 THEN pg_catalog.hashoidextended(c.reltype, c.oid::int8) ELSE 0 END), 0)::text AS pointers
  FROM pg_catalog.pg_class c;
