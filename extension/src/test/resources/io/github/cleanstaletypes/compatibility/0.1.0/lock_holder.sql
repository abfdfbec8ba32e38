-- Who holds the advisory lock of this key in this database: the key's upper half is classid, its lower half objid (view pg_locks).
-- What this role may not read, it does not get.
SELECT a.pid,
       a.usename::text AS role_name,
       a.application_name,
       pg_catalog.host(a.client_addr) AS client,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.backend_start) AS connected_seconds
  FROM (SELECT :'key'::bigint AS number) k
  JOIN pg_catalog.pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.mode = 'ExclusiveLock' AND l.objsubid = 1
                            AND (l.classid::bigint << 32) + l.objid::bigint = k.number
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid;
