-- Whether sessions that guard has closed are still there for a moment.
SELECT pg_catalog.count(*)
  FROM pg_catalog.pg_stat_activity a
 WHERE a.pid::pg_catalog.text = ANY (:'pids'::pg_catalog.text[]);
