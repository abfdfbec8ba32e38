-- a migration that went back has a row that says so behind the one that says that it was applied
SELECT %d AS history, h.version_id::text AS key,
       CASE WHEN (pg_catalog.array_agg(h.is_applied ORDER BY h.id DESC))[1] THEN 'applied' ELSE 'undone' END AS state
  FROM ONLY %s h
 GROUP BY h.version_id;
