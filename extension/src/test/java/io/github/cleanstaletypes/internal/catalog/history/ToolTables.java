package io.github.cleanstaletypes.internal.catalog.history;

/** Tables of migration tools as these create them, by what they document; {@code %s} is the schema. */
final class ToolTables {

    static final String FLYWAY = """
            CREATE TABLE %1$s.flyway_schema_history (
                installed_rank INT NOT NULL PRIMARY KEY, version VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL,
                script VARCHAR(1000) NOT NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL,
                installed_on TIMESTAMP NOT NULL DEFAULT now(), execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL);
            CREATE INDEX ON %1$s.flyway_schema_history (success)""";

    static final String GOLANG_MIGRATE =
            "CREATE TABLE %1$s.schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)";

    static final String PRISMA = """
            CREATE TABLE %1$s._prisma_migrations (
                id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL,
                logs TEXT, rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
                applied_steps_count INTEGER NOT NULL DEFAULT 0)""";

    static final String SQLX = """
            CREATE TABLE %1$s._sqlx_migrations (
                version BIGINT PRIMARY KEY, description TEXT NOT NULL, installed_on TIMESTAMPTZ NOT NULL DEFAULT now(),
                success BOOLEAN NOT NULL, checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL)""";

    static final String LIQUIBASE = """
            CREATE TABLE %1$s.databasechangeloglock (
                ID INTEGER NOT NULL, LOCKED BOOLEAN NOT NULL, LOCKGRANTED TIMESTAMP WITHOUT TIME ZONE, LOCKEDBY VARCHAR(255),
                CONSTRAINT databasechangeloglock_pkey PRIMARY KEY (ID))""";

    static final String KNEX = "CREATE TABLE %1$s.knex_migrations_lock (index serial PRIMARY KEY, is_locked integer)";

    static final String EF_CORE =
            "CREATE TABLE %1$s.\"__EFMigrationsLock\" (\"Id\" integer NOT NULL PRIMARY KEY, \"Timestamp\" text NOT NULL)";

    static final String KYSELY =
            "CREATE TABLE %1$s.kysely_migration_lock (id varchar(255) PRIMARY KEY, is_locked integer NOT NULL DEFAULT 0)";

    static final String YOYO =
            "CREATE TABLE %1$s.yoyo_lock (locked INT DEFAULT 1, ctime TIMESTAMP, pid INT NOT NULL, PRIMARY KEY (locked))";

    private ToolTables() {}
}
