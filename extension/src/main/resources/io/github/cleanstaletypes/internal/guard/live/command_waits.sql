-- What the given backends wait for, and who is before them, to the last: a row for each backend that is met on the way. Prepared
-- transactions have no backend; pg_blocking_pids() tells them as 0, and the lock that they hold tells their name. It looks at the whole
-- lock table, so it is called for backends that wait only. What this role may not read, it does not get.
WITH RECURSIVE locks AS MATERIALIZED (
    SELECT l.locktype, l.database, l.relation, l.page, l.tuple, l.virtualxid, l.transactionid, l.classid, l.objid, l.objsubid,
           l.virtualtransaction, l.pid, l.mode, l.granted, l.waitstart
      FROM pg_catalog.pg_locks l),
queue(pid) AS (
    SELECT g.pid
      FROM pg_catalog.unnest(:'pids'::text[]::integer[]) AS g(pid)
     UNION
    SELECT b.pid
      FROM queue q
     CROSS JOIN LATERAL pg_catalog.unnest(
               CASE WHEN EXISTS (SELECT FROM locks w WHERE w.pid = q.pid AND NOT w.granted)
                    THEN pg_catalog.pg_blocking_pids(q.pid) END) AS b(pid)
     WHERE b.pid <> 0)
SELECT q.pid,
       CASE WHEN w.pid IS NOT NULL THEN pg_catalog.array_to_string(pg_catalog.pg_blocking_pids(q.pid), ' ') END AS behind,
       w.mode,
       w.locktype,
       CASE WHEN w.database = 0 OR w.database = h.oid THEN NULL ELSE coalesce(d.datname::text, w.database::text) END AS elsewhere,
       w.relation,
       CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view'
                      WHEN 'm' THEN 'materialized view' WHEN 'f' THEN 'foreign table' WHEN 'S' THEN 'sequence'
                      WHEN 't' THEN 'TOAST table' WHEN 'c' THEN 'composite type' ELSE 'index' END AS kind,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name,
       w.page,
       w.tuple,
       coalesce(w.transactionid::text, w.virtualxid) AS transaction,
       w.classid::pg_catalog.regclass::text AS catalog,
       w.classid,
       w.objid,
       w.objsubid,
       coalesce(pg_catalog.quote_ident(tn.nspname) || '.' || pg_catalog.quote_ident(t.typname),
                pg_catalog.quote_ident(sn.nspname), pg_catalog.quote_ident(db.datname)) AS object,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - w.waitstart) AS waited,
       p.gid,
       p.owner::text AS gid_owner,
       pg_catalog.date_part('epoch', pg_catalog.clock_timestamp() - p.prepared) AS prepared_seconds,
       a.usename::text AS role_name,
       a.application_name,
       v.visible IS TRUE AS visible,
       CASE WHEN v.visible THEN a.backend_type END AS backend_type,
       CASE WHEN v.visible THEN a.state END AS state,
       CASE WHEN v.visible THEN a.query END AS query,
       CASE WHEN v.visible THEN pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()
           - CASE WHEN a.state = 'active' THEN a.query_start ELSE a.state_change END) END AS seconds,
       EXISTS (SELECT FROM locks f
                WHERE f.pid = q.pid AND f.granted AND f.locktype = 'advisory' AND f.objsubid = 1
                  AND (f.classid::bigint << 32) + f.objid::bigint - 77431708279161 BETWEEN -2147483648 AND 2147483647) AS flyway
  FROM queue q
  JOIN pg_catalog.pg_database h ON h.datname = pg_catalog.current_database()
  LEFT JOIN locks w ON w.pid = q.pid AND NOT w.granted
  LEFT JOIN pg_catalog.pg_database d ON d.oid = w.database
  LEFT JOIN pg_catalog.pg_class c ON c.oid = w.relation AND w.database IN (0, h.oid)
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_type t ON w.locktype = 'object' AND w.database = h.oid
                                AND w.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND t.oid = w.objid
  LEFT JOIN pg_catalog.pg_namespace tn ON tn.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_namespace sn ON w.locktype = 'object' AND w.database = h.oid
                                      AND w.classid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND sn.oid = w.objid
  LEFT JOIN pg_catalog.pg_database db ON w.locktype = 'object' AND w.classid = 'pg_catalog.pg_database'::pg_catalog.regclass
                                     AND db.oid = w.objid
  LEFT JOIN LATERAL (
      SELECT x.gid, x.owner, x.prepared
        FROM locks g
        JOIN locks i ON i.pid IS NULL AND i.locktype = 'transactionid' AND i.virtualtransaction = g.virtualtransaction
        JOIN pg_catalog.pg_prepared_xacts x ON x.transaction = i.transactionid
       WHERE w.pid IS NOT NULL AND g.pid IS NULL AND g.granted
         AND (g.locktype, g.database, g.relation, g.page, g.tuple, g.virtualxid, g.transactionid, g.classid, g.objid, g.objsubid)
             IS NOT DISTINCT FROM
             (w.locktype, w.database, w.relation, w.page, w.tuple, w.virtualxid, w.transactionid, w.classid, w.objid, w.objsubid)
       ORDER BY x.prepared
       LIMIT 1) p ON true
  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = q.pid
  LEFT JOIN LATERAL (
      SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') OR pg_catalog.pg_has_role(a.usesysid, 'USAGE') AS visible) v ON true
 ORDER BY q.pid;
