SELECT %d AS history, h.migration_name::text AS key,
       CASE WHEN h.rolled_back_at IS NOT NULL THEN 'undone' WHEN h.finished_at IS NOT NULL THEN 'applied' ELSE 'unfinished' END AS state
  FROM ONLY %s h;
