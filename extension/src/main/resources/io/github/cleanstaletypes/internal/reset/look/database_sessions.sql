-- Who is connected to these databases (an autovacuum worker has no user and gives way, a worker of a parallel query goes with its leader),
-- the oldest first, and whether this role may end the session. What it may not see, it does not get.
SELECT a.pid,
       a.datid AS database,
       a.usename::text AS role_name,
       coalesce(a.application_name, '') AS application_name,
       pg_catalog.host(a.client_addr) AS client,
       pg_catalog.date_part('epoch', a.backend_start) AS since_epoch,
       a.state,
       r.may_end
  FROM pg_catalog.pg_stat_activity a
  CROSS JOIN LATERAL (
      SELECT (SELECT m.rolsuper FROM pg_catalog.pg_roles m WHERE m.rolname = current_user)
             OR (pg_catalog.pg_has_role(a.usesysid, 'USAGE') OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE'))
                AND NOT coalesce((SELECT o.rolsuper FROM pg_catalog.pg_roles o WHERE o.oid = a.usesysid), true) AS may_end
  ) r
 WHERE a.datid = ANY (:'databases'::pg_catalog.oid[]) AND a.pid <> pg_catalog.pg_backend_pid() AND a.usesysid IS NOT NULL
   AND a.leader_pid IS NULL
 ORDER BY a.backend_start, a.pid;
