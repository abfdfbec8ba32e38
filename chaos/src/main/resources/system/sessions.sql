-- A session creates what nobody else can see yet if it has locked a relation that is not in the catalog.
SELECT a.pid,
       a.application_name,
       a.state,
       pg_catalog.concat(a.wait_event_type, '/', a.wait_event) AS waits_for,
       a.pid IN (SELECT l.pid
                   FROM pg_catalog.pg_locks l
                  WHERE l.granted AND l.locktype = 'relation' AND l.mode = 'AccessExclusiveLock'
                    AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = l.relation)) AS creates,
       CASE WHEN a.wait_event_type = 'Lock' THEN pg_catalog.pg_blocking_pids(a.pid) END AS blocked_by
  FROM pg_catalog.pg_stat_activity a
 WHERE a.datname = pg_catalog.current_database()
