-- What goes on with these databases that a renaming would break, or that keeps them from being renamed or dropped: prepared transactions,
-- logical replication slots (to which whoever subscribes to a publication is connected), and subscriptions.
SELECT 'prepared transaction' AS kind, p.gid AS name, 'of ' || p.owner::text AS detail, d.datname::text AS database
  FROM pg_catalog.pg_prepared_xacts p
  JOIN pg_catalog.pg_database d ON d.datname = p.database
 WHERE d.oid = ANY (:'databases'::pg_catalog.oid[])
UNION ALL
SELECT 'logical replication slot', s.slot_name::text,
       coalesce('of ' || s.plugin::text, '')
       || CASE WHEN s.active_pid IS NULL THEN ', which nobody reads now' ELSE ', which session ' || s.active_pid::text || ' reads' END,
       d.datname::text
  FROM pg_catalog.pg_replication_slots s
  JOIN pg_catalog.pg_database d ON d.oid = s.datoid
 WHERE d.oid = ANY (:'databases'::pg_catalog.oid[])
UNION ALL
SELECT 'subscription', b.subname::text, CASE WHEN b.subenabled THEN 'enabled' ELSE 'disabled' END, d.datname::text
  FROM pg_catalog.pg_subscription b
  JOIN pg_catalog.pg_database d ON d.oid = b.subdbid
 WHERE d.oid = ANY (:'databases'::pg_catalog.oid[])
 ORDER BY 1, 2;
