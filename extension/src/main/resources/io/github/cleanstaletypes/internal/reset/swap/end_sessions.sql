-- Ends who is connected to these databases, as far as this role may; and only while the session of this pid holds the lock that keeps
-- newcomers out (1262 is pg_database): before, whoever is ended would be back at once.
SELECT a.pid, a.datid AS database, a.usename::text AS role_name, coalesce(a.application_name, '') AS application_name,
       pg_catalog.host(a.client_addr) AS client, pg_catalog.date_part('epoch', a.backend_start) AS since_epoch, a.state,
       pg_catalog.pg_terminate_backend(a.pid) AS may_end
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datid = ANY (:'databases'::pg_catalog.oid[]) AND a.pid <> pg_catalog.pg_backend_pid() AND a.usesysid IS NOT NULL
   AND a.leader_pid IS NULL
   AND ((SELECT m.rolsuper FROM pg_catalog.pg_roles m WHERE m.rolname = current_user)
        OR (pg_catalog.pg_has_role(a.usesysid, 'USAGE') OR pg_catalog.pg_has_role('pg_signal_backend', 'USAGE'))
           AND NOT coalesce((SELECT o.rolsuper FROM pg_catalog.pg_roles o WHERE o.oid = a.usesysid), true))
   AND EXISTS (SELECT FROM pg_catalog.pg_locks l
                WHERE l.pid = :'renaming'::pg_catalog.int4 AND l.locktype = 'object' AND l.database = 0 AND l.classid = 1262
                  AND l.objid = a.datid AND l.mode = 'AccessExclusiveLock' AND l.granted);
