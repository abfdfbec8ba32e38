-- Looks and ends in one statement: a session that has got its next statement meanwhile is another one to us. Returns once the process
-- is gone, so that the locks of its transaction are, or after five seconds.
SELECT pg_catalog.pg_terminate_backend(a.pid, 5000) AS gone
  FROM pg_catalog.pg_stat_activity a
 WHERE a.pid = :'pid' AND a.backend_start::text = :'backend_start' AND a.state_change::text = :'idle_since'
   AND a.state = 'idle in transaction';
