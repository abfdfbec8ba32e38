-- Which of these tables are a migration tool's: with :histories Flyway's schema history by its columns, whatever it is called; else the tables
-- in which tools say that a migration has failed or is running, by their usual names and with :renamed by their columns too; with :usual no
-- candidates are given, and each table of a usual name is one.
-- What hooks says would run somebody's code if a row were changed.
WITH RECURSIVE shape(tool, names, telling, columns) AS (
    VALUES ('FLYWAY', ARRAY['flyway_schema_history', 'schema_version'], true,
            ARRAY['installed_rank', 'version', 'description', 'script', 'installed_by', 'installed_on', 'success']),
           ('GOLANG_MIGRATE', ARRAY['schema_migrations'], true, ARRAY['version', 'dirty']),
           ('PRISMA', ARRAY['_prisma_migrations'], false, ARRAY['migration_name', 'logs', 'started_at', 'finished_at', 'rolled_back_at']),
           ('SQLX', ARRAY['_sqlx_migrations'], false, ARRAY['version', 'description', 'installed_on', 'success']),
           ('LIQUIBASE', ARRAY['databasechangeloglock', 'DATABASECHANGELOGLOCK'], true, ARRAY['id', 'locked', 'lockgranted', 'lockedby']),
           ('KNEX', ARRAY['knex_migrations_lock'], true, ARRAY['index', 'is_locked']),
           ('EF_CORE', ARRAY['__EFMigrationsLock'], false, ARRAY['Id', 'Timestamp']),
           ('KYSELY', ARRAY['kysely_migration_lock'], false, ARRAY['id', 'is_locked']),
           ('YOYO', ARRAY['yoyo_lock'], false, ARRAY['locked', 'ctime', 'pid'])
), found(oid, tool, columns) AS MATERIALIZED (
    SELECT a.attrelid, 'FLYWAY', pg_catalog.array_agg(a.attname)
      FROM pg_catalog.pg_attribute a
     WHERE :'histories'::pg_catalog.bool AND a.attrelid = ANY (:'candidates'::pg_catalog.oid[]) AND NOT a.attisdropped
       AND (a.attname IN ('installed_rank', 'checksum') AND a.atttypid = 'pg_catalog.int4'::pg_catalog.regtype
            OR a.attname IN ('version', 'description', 'type', 'script', 'installed_on')
            OR a.attname = 'success' AND a.atttypid = 'pg_catalog.bool'::pg_catalog.regtype)
     GROUP BY a.attrelid
    HAVING pg_catalog.count(*) = 8
    UNION ALL
    SELECT c.oid, k.tool, k.columns::pg_catalog.name[]
      FROM shape k
      JOIN pg_catalog.pg_class c ON c.relname = ANY (k.names::pg_catalog.name[])
        OR :'renamed'::pg_catalog.bool AND k.telling AND c.relkind = 'r'
           AND (k.tool = 'FLYWAY' OR c.relnatts = pg_catalog.cardinality(k.columns))
           -- two columns of these names may be anybody's: Knex's lock stands beside the table of its migrations
           AND (k.tool <> 'KNEX' OR EXISTS (
                 SELECT FROM pg_catalog.pg_class m
                   JOIN pg_catalog.pg_attribute b ON b.attrelid = m.oid AND NOT b.attisdropped
                    AND b.attname IN ('id', 'name', 'batch', 'migration_time')
                  WHERE m.relnamespace = c.relnamespace AND m.relname::text || '_lock' = c.relname::text AND m.relkind = 'r'
                 HAVING pg_catalog.count(*) = 4))
     WHERE NOT :'histories'::pg_catalog.bool AND (:'usual'::pg_catalog.bool OR c.oid = ANY (:'candidates'::pg_catalog.oid[]))
       AND pg_catalog.cardinality(k.columns) = (
             SELECT pg_catalog.count(*) FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = c.oid AND a.attname = ANY (k.columns::pg_catalog.name[]) AND NOT a.attisdropped)
),
:trusted_tables
SELECT j.tool,
       j.oid::pg_catalog.int8 AS oid,
       j.schema::text AS schema,
       j.name::text AS name,
       j.quoted_name, j.owner, j.readable, j.trusted, j.safe,
       pg_catalog.has_table_privilege(j.oid, 'UPDATE') AS changeable,
       pg_catalog.array_to_string(ARRAY[
         -- no EXISTS, which may become a table of all triggers
         CASE WHEN (SELECT pg_catalog.count(*) FROM pg_catalog.pg_trigger g WHERE g.tgrelid = j.oid) > 0 THEN 'triggers' END,
         CASE WHEN (SELECT pg_catalog.count(*) FROM pg_catalog.pg_rewrite w WHERE w.ev_class = j.oid) > 0 THEN 'rules' END,
         CASE WHEN (SELECT pg_catalog.bool_or(o.contype IN ('c', 'x')) FROM pg_catalog.pg_constraint o WHERE o.conrelid = j.oid) THEN 'checks' END,
         CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_attribute a
                             LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
                            WHERE a.attrelid = j.oid AND a.attnum > 0 AND NOT a.attisdropped
                              AND (a.attgenerated <> '' OR t.typtype = 'b' IS NOT TRUE
                                   OR t.typnamespace <> 'pg_catalog'::pg_catalog.regnamespace))
              THEN 'generated columns or types of its own' END], ', ') AS hooks
  FROM judged j
 ORDER BY j.schema, j.name;
