SELECT %d AS history, h.version::text AS key, 'applied' AS state
  FROM ONLY %s h;
