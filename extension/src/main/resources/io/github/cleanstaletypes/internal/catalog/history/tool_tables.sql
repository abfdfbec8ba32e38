-- Tables of migration tools in user schemas: with :histories Flyway's schema history by its columns, whatever it is called; with :states
-- the tables in which tools say that a migration has failed or is running, by their usual names, which an index finds, and with
-- :renamed by their columns too. Only one that is safe is ever read: reading it runs nobody's code. A column of a type that is not the
-- server's could have a cast of somebody's, a policy is a function, and the planner evaluates what it can of the expressions of
-- indexes and statistics. Only one of a trusted owner counts: whoever may create a table could say in it what has been migrated.
-- What hooks says would run somebody's code if a row were changed.
WITH RECURSIVE self(oid) AS (
    SELECT r.oid FROM pg_catalog.pg_roles r WHERE r.rolname = current_user
    UNION
    SELECT m.roleid FROM pg_catalog.pg_auth_members m JOIN self s ON s.oid = m.member
), candidate AS (
    SELECT a.attrelid AS oid, 'FLYWAY' AS tool, 8 AS columns,
           pg_catalog.count(*) AS named,
           pg_catalog.count(*) FILTER (WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
                                         AND a.attgenerated = '') AS built_in
      FROM pg_catalog.pg_attribute a
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
     WHERE :'histories'::pg_catalog.bool AND NOT a.attisdropped
       AND (a.attname IN ('installed_rank', 'checksum') AND a.atttypid = 'pg_catalog.int4'::pg_catalog.regtype
            OR a.attname IN ('version', 'description', 'type', 'script', 'installed_on')
            OR a.attname = 'success' AND a.atttypid = 'pg_catalog.bool'::pg_catalog.regtype)
     GROUP BY a.attrelid
    HAVING pg_catalog.count(*) = 8
    UNION ALL
    SELECT c.oid, k.tool, pg_catalog.cardinality(k.columns),
           pg_catalog.count(*),
           pg_catalog.count(*) FILTER (WHERE t.typnamespace = 'pg_catalog'::pg_catalog.regnamespace AND t.typtype = 'b'
                                         AND a.attgenerated = '')
      FROM (VALUES
        ('FLYWAY', ARRAY['flyway_schema_history', 'schema_version'], true,
         ARRAY['installed_rank', 'version', 'description', 'script', 'installed_by', 'installed_on', 'success']),
        ('GOLANG_MIGRATE', ARRAY['schema_migrations'], true, ARRAY['version', 'dirty']),
        ('PRISMA', ARRAY['_prisma_migrations'], false, ARRAY['migration_name', 'logs', 'started_at', 'finished_at', 'rolled_back_at']),
        ('SQLX', ARRAY['_sqlx_migrations'], false, ARRAY['version', 'description', 'installed_on', 'success']),
        ('LIQUIBASE', ARRAY['databasechangeloglock', 'DATABASECHANGELOGLOCK'], true, ARRAY['id', 'locked', 'lockgranted', 'lockedby']),
        ('KNEX', ARRAY['knex_migrations_lock'], true, ARRAY['index', 'is_locked']),
        ('EF_CORE', ARRAY['__EFMigrationsLock'], false, ARRAY['Id', 'Timestamp']),
        ('KYSELY', ARRAY['kysely_migration_lock'], false, ARRAY['id', 'is_locked']),
        ('YOYO', ARRAY['yoyo_lock'], false, ARRAY['locked', 'ctime', 'pid'])
      ) k(tool, names, telling, columns)
      JOIN pg_catalog.pg_class c ON :'states'::pg_catalog.bool AND c.relname = ANY (k.names::pg_catalog.name[])
        OR :'renamed'::pg_catalog.bool AND k.telling AND c.relkind = 'r' AND (k.tool = 'FLYWAY' OR c.relnatts = pg_catalog.cardinality(k.columns))
           -- two columns of these names may be anybody's: Knex's lock stands beside the table of its migrations
           AND (k.tool <> 'KNEX' OR EXISTS (
                 SELECT FROM pg_catalog.pg_class m
                   JOIN pg_catalog.pg_attribute b ON b.attrelid = m.oid AND NOT b.attisdropped
                    AND b.attname IN ('id', 'name', 'batch', 'migration_time')
                  WHERE m.relnamespace = c.relnamespace AND m.relname::text || '_lock' = c.relname::text AND m.relkind = 'r'
                 HAVING pg_catalog.count(*) = 4))
      JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = ANY (k.columns::pg_catalog.name[]) AND NOT a.attisdropped
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
     GROUP BY c.oid, k.tool, k.columns
)
SELECT k.tool,
       c.oid::pg_catalog.int8 AS oid,
       n.nspname::text AS schema,
       c.relname::text AS name,
       pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted_name,
       pg_catalog.pg_get_userbyid(c.relowner)::text AS owner,
       pg_catalog.has_table_privilege(c.oid, 'SELECT') AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AS readable,
       c.relowner IN (SELECT s.oid FROM self s) OR r.rolsuper IS TRUE
         OR c.relowner = (SELECT d.datdba FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database()) AS trusted,
       c.relkind = 'r' AND k.built_in = k.columns AND NOT c.relrowsecurity AND NOT c.relhassubclass AND NOT c.relispartition
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_index i
                          WHERE i.indrelid = c.oid AND (i.indexprs IS NOT NULL OR i.indpred IS NOT NULL))
         AND NOT EXISTS (SELECT FROM pg_catalog.pg_statistic_ext x WHERE x.stxrelid = c.oid AND x.stxexprs IS NOT NULL) AS safe,
       pg_catalog.has_table_privilege(c.oid, 'UPDATE') AS changeable,
       pg_catalog.array_to_string(ARRAY[
         CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = c.oid) THEN 'triggers' END,
         CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_rewrite w WHERE w.ev_class = c.oid) THEN 'rules' END,
         CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_constraint o WHERE o.conrelid = c.oid AND o.contype IN ('c', 'x')) THEN 'checks' END,
         CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_attribute a
                             LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND (a.attgenerated <> '' OR t.typtype = 'b' IS NOT TRUE
                                   OR t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace))
              THEN 'generated columns or types of its own' END], ', ') AS hooks
  FROM candidate k
  JOIN pg_catalog.pg_class c ON c.oid = k.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.relowner
 WHERE k.named = k.columns
   AND c.relkind IN ('r', 'p')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname;
