-- Tables that may be a migration tool's, which are then judged: those of a usual name, which an index finds; with :renamed or :histories those
-- of any name too, by a column that few other tables have, which takes one look at every column.
SELECT c.oid::pg_catalog.int8 AS oid
  FROM pg_catalog.pg_class c
 WHERE c.relname = ANY ('{flyway_schema_history,schema_version,schema_migrations,_prisma_migrations,_sqlx_migrations,databasechangeloglock,
                          DATABASECHANGELOGLOCK,knex_migrations_lock,__EFMigrationsLock,kysely_migration_lock,yoyo_lock,goose_db_version,
                          pgmigrations,alembic_version}'::pg_catalog.name[])
   AND c.relkind IN ('r', 'p')
UNION
SELECT a.attrelid::pg_catalog.int8
  FROM pg_catalog.pg_attribute a
 WHERE (:'renamed'::pg_catalog.bool OR :'histories'::pg_catalog.bool)
   AND (a.attname IN ('installed_rank', 'dirty', 'lockgranted', 'is_locked')
        OR :'histories'::pg_catalog.bool
           AND (a.attname IN ('version_id', 'execution_time', 'run_on', 'version_num') OR a.attname = 'version' AND a.attnum = 1))
   AND a.attnum > 0 AND NOT a.attisdropped;
