-- Other sessions that are connected to this database (an autovacuum worker has no user), the oldest first; a guard's session that holds or
-- awaits its lock does nothing else. When one began is not visible to every role.
SELECT a.pid,
       a.usename::text AS role_name,
       coalesce(a.application_name, '') AS application_name,
       pg_catalog.date_part('epoch', a.backend_start) AS since_epoch
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid() AND a.usesysid IS NOT NULL
   AND pg_catalog.starts_with(a.application_name, 'cst-guard:') IS NOT TRUE
 ORDER BY a.backend_start, a.pid;
