-- Which other sessions a second session sees holding a key; none for a transaction that was prepared.
SELECT l.pid
  FROM (SELECT :'key'::bigint AS number) k
  JOIN pg_catalog.pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                            AND (l.classid::bigint << 32) + l.objid::bigint = k.number
                            AND l.pid <> pg_catalog.pg_backend_pid()
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database();
