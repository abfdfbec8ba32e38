-- Transactions of other sessions, and prepared ones, that are creating something in this database: an in-flight creator shows
-- as a lock on an object that the catalog does not show. With :writers each that may be, since it has a transaction id. Whose query this role may not read, it does not get.
SELECT l.pid,
       p.gid,
       l.virtualtransaction,
       CASE WHEN p.gid IS NOT NULL THEN p.owner::text ELSE a.usename::text END AS role_name,
       a.application_name,
       CASE WHEN v.visible THEN a.client_addr::text END AS client,
       CASE WHEN v.visible THEN a.state END AS state,
       CASE WHEN v.visible THEN a.query END AS query,
       CASE WHEN v.visible THEN a.backend_start::text END AS backend_start,
       CASE WHEN v.visible AND a.state = 'idle in transaction' THEN a.state_change::text END AS idle_since,
       CASE WHEN v.visible AND a.state = 'idle in transaction'
            THEN pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - a.state_change) END AS idle_seconds,
       coalesce(a.backend_xid::text, p.transaction::text) AS xid,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()
           - coalesce(p.prepared, CASE WHEN v.visible THEN a.xact_start END)) AS age_seconds
  FROM (SELECT k.pid, k.virtualtransaction
          FROM pg_catalog.pg_locks k
         WHERE k.granted
           AND k.pid IS DISTINCT FROM pg_catalog.pg_backend_pid()
           AND (k.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
                AND (k.locktype = 'relation' AND k.mode = 'AccessExclusiveLock'
                     AND NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = k.relation)
                  OR k.locktype = 'object' AND k.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
                     AND NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid = k.objid))
             OR :'writers' AND k.locktype = 'transactionid' AND k.mode = 'ExclusiveLock'
                AND (EXISTS (SELECT FROM pg_catalog.pg_stat_activity s
                              WHERE s.pid = k.pid AND s.datname = pg_catalog.current_database())
                  OR EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts r
                              WHERE r.transaction = k.transactionid AND r.database = pg_catalog.current_database())))
         GROUP BY k.pid, k.virtualtransaction) l
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
  LEFT JOIN LATERAL (
      SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') OR pg_catalog.pg_has_role(a.usesysid, 'USAGE') AS visible
  ) v ON true
  LEFT JOIN LATERAL (
      SELECT x.gid, x.owner, x.prepared, x.transaction
        FROM pg_catalog.pg_locks t
        JOIN pg_catalog.pg_prepared_xacts x ON x.transaction = t.transactionid
       WHERE l.pid IS NULL AND t.pid IS NULL AND t.locktype = 'transactionid' AND t.virtualtransaction = l.virtualtransaction
       LIMIT 1
  ) p ON true
 ORDER BY l.pid, p.gid;
