-- Ordered by bytes, so that no collation has a say; t.* is the row with whatever columns it has. The placeholder is the table.
SELECT pg_catalog.count(*) || ' rows ' || pg_catalog.md5(COALESCE(pg_catalog.string_agg(r, E'\n' ORDER BY r COLLATE "C"), ''))
  FROM (SELECT (t.*)::text AS r FROM %s AS t) AS s
