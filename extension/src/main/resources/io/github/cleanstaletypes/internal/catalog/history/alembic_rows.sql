SELECT %d AS history, h.version_num::text AS key, 'applied' AS state
  FROM ONLY %s h;
