SELECT %d AS history, h.version::text AS key, CASE WHEN h.dirty THEN 'unfinished' ELSE 'applied' END AS state
  FROM ONLY %s h;
