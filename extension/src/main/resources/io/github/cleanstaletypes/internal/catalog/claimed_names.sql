-- What the server makes of each claimed name: the cast to name cuts at 63 bytes of the server's encoding, as it does in a CREATE.
SELECT DISTINCT n.written, n.written::pg_catalog.name::text AS stored
  FROM pg_catalog.unnest(:'names'::text[]) AS n(written);
