-- How many advisory locks this session holds.
SELECT pg_catalog.count(*)
  FROM pg_catalog.pg_locks l
 WHERE l.locktype = 'advisory' AND l.pid = pg_catalog.pg_backend_pid();
