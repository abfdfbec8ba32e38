-- Whether the database's encoding has these characters. An error if it lacks one of them.
SELECT t.bytes, pg_catalog.encode(pg_catalog.convert(pg_catalog.decode(t.bytes, 'hex'), 'UTF8', :'from'::pg_catalog.name), 'hex') AS utf8
  FROM pg_catalog.unnest(:'bytes'::pg_catalog.text[]) AS t(bytes);
