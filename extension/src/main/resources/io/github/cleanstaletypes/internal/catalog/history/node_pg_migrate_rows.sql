SELECT %d AS history, h.name::text AS key, 'applied' AS state
  FROM ONLY %s h;
