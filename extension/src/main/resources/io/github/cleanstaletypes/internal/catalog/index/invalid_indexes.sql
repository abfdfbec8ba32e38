-- Invalid indexes, all or these: of users' tables and of what TOAST keeps for them. A partitioned table's own index is none, since it is
-- invalid by rights until each partition has its part; and none of a temporary table, which is never built concurrently.
-- Who builds one shows as a builder of an index here that holds the table; of a role that this one may not watch it shows no more.
WITH builder AS MATERIALIZED (
    SELECT l.relation, l.pid, coalesce(p.index_relid, 0) AS index_relid, coalesce(pg_catalog.starts_with(p.command, 'REINDEX'), true) AS several
      FROM pg_catalog.pg_locks l
      JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = l.pid
      JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
     WHERE l.locktype = 'relation' AND l.granted AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock')
)
SELECT c.oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       tn.nspname::text AS table_schema,
       t.relname::text AS table_name,
       pg_catalog.pg_get_userbyid(c.relowner)::text AS owner,
       pg_catalog.pg_has_role(c.relowner, 'USAGE') AS owned,
       i.indisunique AS is_unique,
       i.indisready AS ready,
       i.indislive AS live,
       CASE WHEN t.relkind = 't' THEN 'TOAST'
            WHEN t.relkind = 'm' THEN 'MATERIALIZED_VIEW'
            WHEN EXISTS (SELECT FROM pg_catalog.pg_depend d
                          WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objid IN (c.oid, t.oid) AND d.deptype = 'e')
            THEN 'EXTENSION'
            WHEN i.indisexclusion THEN 'EXCLUSION_CONSTRAINT'
            WHEN i.indisprimary OR EXISTS (SELECT FROM pg_catalog.pg_constraint k WHERE k.conindid = c.oid)
            THEN 'CONSTRAINT'
            WHEN i.indisreplident THEN 'REPLICA_IDENTITY'
            WHEN c.relispartition OR t.relispartition THEN 'PARTITION'
            ELSE 'TABLE' END AS role,
       (SELECT pg_catalog.min(b.pid) FROM builder b
         WHERE b.relation = t.oid AND (b.several OR b.index_relid IN (0, c.oid))) AS builder
  FROM pg_catalog.pg_index i
  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class t ON t.oid = i.indrelid
  JOIN pg_catalog.pg_namespace tn ON tn.oid = t.relnamespace
 WHERE NOT i.indisvalid
   AND c.relkind = 'i'
   AND (n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' OR t.relkind = 't')
   AND (:'every_index'::bool OR c.oid = ANY (:'index_oids'::oid[]))
 ORDER BY c.oid;
