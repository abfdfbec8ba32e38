SELECT %d AS history, h.version::text AS key, CASE WHEN h.success THEN 'applied' ELSE 'unfinished' END AS state
  FROM ONLY %s h;
