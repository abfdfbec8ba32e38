-- Gives a session that was lent its settings back, and gives up the advisory locks that it did not have before.
SELECT pg_catalog.pg_advisory_unlock_all(), pg_catalog.set_config(s.name, s.value, false)
  FROM ROWS FROM (pg_catalog.unnest(:'names'::pg_catalog.text[]), pg_catalog.unnest(:'values'::pg_catalog.text[])) AS s(name, value);
