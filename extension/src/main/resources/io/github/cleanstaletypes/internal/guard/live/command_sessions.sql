-- The sessions of a guard's command: those that carry its token, in whatever database they are; and those of this database that carry no
-- guard's token, began since the command did, and come from where this session comes from: JDBC takes no name from the environment. What
-- this role may not read of them, it does not get; then only pg_locks tells whether one waits.
SELECT a.pid,
       t.certain,
       v.visible IS TRUE AS visible,
       v.visible IS NOT TRUE OR a.wait_event_type = 'Lock' AS may_wait,
       CASE WHEN v.visible THEN a.state END AS state,
       CASE WHEN v.visible THEN a.query END AS query,
       CASE WHEN v.visible THEN pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()
           - CASE WHEN a.state = 'active' THEN a.query_start ELSE a.state_change END) END AS seconds
  FROM pg_catalog.pg_stat_activity a
  JOIN pg_catalog.pg_stat_activity o ON o.pid = pg_catalog.pg_backend_pid()
 CROSS JOIN LATERAL (
      SELECT pg_catalog.split_part(a.application_name, ' ', 1) = :'token' AS certain,
             a.client_addr IS NULL OR a.client_addr <<= '127.0.0.0/8'::inet OR a.client_addr = '::1'::inet AS here,
             o.client_addr IS NULL OR o.client_addr <<= '127.0.0.0/8'::inet OR o.client_addr = '::1'::inet AS own_here) t
 CROSS JOIN LATERAL (
      SELECT pg_catalog.pg_has_role('pg_read_all_stats', 'USAGE') OR pg_catalog.pg_has_role(a.usesysid, 'USAGE') AS visible) v
 WHERE a.backend_type IS NOT DISTINCT FROM CASE WHEN v.visible THEN 'client backend' END
   AND a.usesysid IS NOT NULL
   AND a.pid <> o.pid
   AND (t.certain AND a.application_name <> :'look'
        OR v.visible AND a.datname = pg_catalog.current_database()
           AND NOT pg_catalog.starts_with(a.application_name, 'cst:')
           AND NOT pg_catalog.starts_with(a.application_name, 'cst-guard:')
           AND a.backend_start > pg_catalog.clock_timestamp() - :'elapsed'::double precision * '1 millisecond'::interval
           AND (a.client_addr IS NOT DISTINCT FROM o.client_addr OR t.here AND t.own_here))
 ORDER BY t.certain DESC, a.backend_start, a.pid;
