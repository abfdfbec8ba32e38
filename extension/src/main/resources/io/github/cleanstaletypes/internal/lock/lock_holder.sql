-- Who holds the advisory locks of these keys in this database, in whatever mode, and which name's key (its upper 16 bits are 'cs') the
-- same session holds alone. The key's upper half is classid, its lower half objid, and objsubid is 1 (view pg_locks); two keys of four bytes each have
-- objsubid 2, and are another lock. A transaction that took it and was prepared holds it without a session. What this role may not read,
-- it does not get.
SELECT l.pid,
       p.gid,
       k.number,
       l.mode = 'ExclusiveLock' AS exclusive,
       n.name_key,
       coalesce(a.usename, p.owner)::text AS role_name,
       a.application_name,
       pg_catalog.host(a.client_addr) AS client,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - coalesce(a.backend_start, p.prepared)) AS since_seconds
  FROM pg_catalog.unnest(:'keys'::text[]::bigint[]) AS k(number)
  JOIN pg_catalog.pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                            AND (l.classid::bigint << 32) + l.objid::bigint = k.number
                            AND l.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
  JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
  LEFT JOIN LATERAL (
      SELECT (o.classid::bigint << 32) + o.objid::bigint AS name_key
        FROM pg_catalog.pg_locks o
       WHERE o.pid = l.pid AND o.locktype = 'advisory' AND o.granted AND o.objsubid = 1 AND o.database = l.database
         AND o.mode = 'ExclusiveLock' AND o.classid::bigint >> 16 = 25459
       LIMIT 1
  ) n ON true
  LEFT JOIN LATERAL (
      SELECT x.gid, x.owner, x.prepared
        FROM pg_catalog.pg_locks t
        JOIN pg_catalog.pg_prepared_xacts x ON x.transaction = t.transactionid
       WHERE l.pid IS NULL AND t.pid IS NULL AND t.locktype = 'transactionid' AND t.virtualtransaction = l.virtualtransaction
       LIMIT 1
  ) p ON true
 ORDER BY since_seconds DESC NULLS LAST, l.pid, k.number;
