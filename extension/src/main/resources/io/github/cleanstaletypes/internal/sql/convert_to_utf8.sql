-- Which characters these bytes are, and whether that leads back to the same bytes. An error if one of them is no character.
SELECT t.bytes, pg_catalog.encode(u.utf8, 'hex') AS utf8
  FROM pg_catalog.unnest(:'bytes'::pg_catalog.text[]) AS t(bytes)
  CROSS JOIN LATERAL (SELECT pg_catalog.convert(pg_catalog.decode(t.bytes, 'hex'), :'from'::pg_catalog.name, 'UTF8') AS utf8 OFFSET 0) u
 WHERE pg_catalog.convert(u.utf8, 'UTF8', :'from'::pg_catalog.name) OPERATOR(pg_catalog.=) pg_catalog.decode(t.bytes, 'hex');
