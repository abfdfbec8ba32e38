package io.github.cleanstaletypes.internal.catalog.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.PrivateServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** What migration tools say in their own tables of migrations that have failed or are running is read, if reading it is safe. */
class ToolStatesTest {

    @EachServer({"14.22", "18.6"})
    void each_tools_table_is_read_and_what_is_finished_is_no_finding(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            schema(
                    database,
                    "flyway",
                    ToolTables.FLYWAY,
                    "INSERT INTO %1$s.flyway_schema_history VALUES (1, '1', 'a', 'SQL', 'V1__a.sql', 1, 'app', '2026-01-02', 1, true),"
                            + " (2, NULL, 'v', 'SQL', 'R__v.sql', 1, 'app', '2026-01-02', 1, false),"
                            + " (3, NULL, 'v', 'SQL', 'R__v.sql', 1, 'app', '2026-01-02', 1, true),"
                            + " (4, NULL, 'w', 'SQL', 'R__w.sql', 1, 'app', '2026-01-02', 1, false),"
                            + " (5, '2.1', 'b', 'SQL', 'V2.1__b.sql', 1, 'app', '2026-01-02 03:04:05', 1, false)");
            schema(
                    database,
                    "golang",
                    ToolTables.GOLANG_MIGRATE,
                    "INSERT INTO %1$s.schema_migrations VALUES (3, true)");
            schema(
                    database,
                    "prisma",
                    ToolTables.PRISMA,
                    "INSERT INTO %1$s._prisma_migrations (id, checksum, migration_name, started_at, finished_at, rolled_back_at, logs) VALUES"
                            + " ('1', '', '1_done', '2026-01-01', '2026-01-01', NULL, NULL),"
                            + " ('2', '', '2_back', '2026-01-02', NULL, '2026-01-03', 'x'),"
                            + " ('3', '', '3_failed', '2026-01-03Z', NULL, NULL, E'A migration failed to apply.\\n\\nDatabase error code: 42710\\n\\n"
                            + "Database error:\\nERROR: type \"mood\" already exists\\n\\nDbError {}'),"
                            + " ('4', '', '4_other', '2026-01-02Z', NULL, NULL, E'\\nfirst\\nsecond'),"
                            + " ('5', '', '5_silent', '2026-01-01Z', NULL, NULL, NULL)");
            schema(
                    database,
                    "sqlx",
                    ToolTables.SQLX,
                    "INSERT INTO %1$s._sqlx_migrations VALUES (1, 'a', now(), true, '', 1), (2, 'b', '2026-01-02 03:04:05Z', false, '', 1)");
            schema(
                    database,
                    "liquibase",
                    ToolTables.LIQUIBASE,
                    "INSERT INTO %1$s.databasechangeloglock VALUES (1, true, '2026-01-02 03:04:05.678', 'pod-1 (10.0.0.1)')");
            schema(database, "knex", ToolTables.KNEX, "INSERT INTO %1$s.knex_migrations_lock (is_locked) VALUES (1)");
            schema(
                    database,
                    "ef",
                    ToolTables.EF_CORE,
                    "INSERT INTO %1$s.\"__EFMigrationsLock\" VALUES (1, '2026-01-02 03:04:05')");
            schema(
                    database,
                    "kysely",
                    ToolTables.KYSELY,
                    "INSERT INTO %1$s.kysely_migration_lock VALUES ('migration_lock', 1)");
            schema(
                    database,
                    "yoyo",
                    ToolTables.YOYO,
                    "INSERT INTO %1$s.yoyo_lock VALUES (1, '2026-01-02 03:04:05', 77)");

            CleanupReport report = Cleaner.in(database.dataSource()).check();

            assertThat(report.isClean()).isTrue();
            assertThat(report.results())
                    .allSatisfy(
                            result -> assertThat(result.finding().code()).isEqualTo(FindingCode.UNFINISHED_MIGRATION));
            assertThat(report.results().stream().flatMap(ToolStatesTest::rows))
                    .containsExactlyInAnyOrder(
                            "Flyway failed 2.1 (V2.1__b.sql), by app, since 2026-01-02 03:04:05",
                            "Flyway failed w (R__w.sql), by app, since 2026-01-02 00:00:00",
                            "golang-migrate dirty 3",
                            "Prisma unfinished 3_failed (ERROR: type \"mood\" already exists), since 2026-01-03 00:00:00+00",
                            "Prisma unfinished 4_other (first), since 2026-01-02 00:00:00+00",
                            "Prisma unfinished 5_silent, since 2026-01-01 00:00:00+00",
                            "sqlx unfinished 2 (b), since 2026-01-02 03:04:05+00",
                            "Liquibase locked 1, by pod-1 (10.0.0.1), since 2026-01-02 03:04:05.678",
                            "Knex locked 1",
                            "Entity Framework locked 1, since 2026-01-02 03:04:05",
                            "Kysely locked migration_lock",
                            "yoyo locked, by process 77, since 2026-01-02 03:04:05");

            database.execute(
                    "DELETE FROM flyway.flyway_schema_history WHERE NOT success",
                    "UPDATE golang.schema_migrations SET dirty = false",
                    "UPDATE prisma._prisma_migrations SET finished_at = now()",
                    "UPDATE sqlx._sqlx_migrations SET success = true",
                    "UPDATE liquibase.databasechangeloglock SET locked = false, lockgranted = NULL, lockedby = NULL",
                    "UPDATE knex.knex_migrations_lock SET is_locked = 0",
                    "DELETE FROM ef.\"__EFMigrationsLock\"",
                    "UPDATE kysely.kysely_migration_lock SET is_locked = 0",
                    "DELETE FROM yoyo.yoyo_lock");
            assertThat(Cleaner.in(database.dataSource()).strictly().check().results())
                    .isEmpty();
        }
    }

    @EachServer(sample = 1)
    void what_flyway_itself_leaves_behind_is_told_and_gone_after_its_repair(
            PostgresServer server, @TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve("V1__t.sql"), "CREATE TABLE t (a int); INSERT INTO t VALUES (1), (1);");
        Files.writeString(directory.resolve("V2__unique.sql"), "CREATE UNIQUE INDEX CONCURRENTLY u ON t (a);");
        try (TestDatabase database = server.createDatabase()) {
            FluentConfiguration configuration = Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + directory)
                    .table("applied");
            // by default Flyway holds its lock in a transaction, and its row of the failure goes with that
            configuration
                    .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(false);
            Flyway flyway = configuration.load();
            try {
                flyway.migrate();
            } catch (FlywayException e) {
                assertThat(e).hasMessageContaining("23505");
            }
            Cleaner cleaner = Cleaner.in(database.dataSource());
            assertThat(Told.by(cleaner.check())).noneMatch(told -> told.startsWith("UNFINISHED"));
            CleanupReport report = cleaner.claimingPending(directory).check();
            assertThat(Told.by(report)).contains("UNFINISHED_MIGRATION public.applied reported");
            assertThat(Told.only(report, FindingCode.UNFINISHED_MIGRATION).explanation())
                    .contains("the migration 2 failed, by " + PostgresServer.SUPERUSER);
            database.execute("DROP INDEX u");
            flyway.repair();
            assertThat(Told.by(cleaner.claimingPending(directory).check()))
                    .doesNotContain("UNFINISHED_MIGRATION public.applied reported");
        }
    }

    @EachServer(sample = 1)
    void what_is_not_safe_to_read_or_not_to_be_trusted_is_not_read_and_that_is_said(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String reader = database.createRole();
            String stranger = database.createRole();
            schema(database, "ours", ToolTables.KNEX, "INSERT INTO %1$s.knex_migrations_lock (is_locked) VALUES (1)");
            schema(database, "theirs", ToolTables.KNEX, "INSERT INTO %1$s.knex_migrations_lock (is_locked) VALUES (1)");
            schema(
                    database,
                    "policed",
                    ToolTables.KNEX,
                    "INSERT INTO %1$s.knex_migrations_lock (is_locked) VALUES (1)",
                    "ALTER TABLE %1$s.knex_migrations_lock ENABLE ROW LEVEL SECURITY");
            database.execute(
                    "ALTER TABLE theirs.knex_migrations_lock OWNER TO " + stranger,
                    "GRANT USAGE ON SCHEMA theirs TO " + reader,
                    "GRANT SELECT ON theirs.knex_migrations_lock TO " + reader);

            CleanupReport all = Cleaner.in(database.dataSource()).check();
            assertThat(Told.by(all)).containsExactly("UNFINISHED_MIGRATION ours.knex_migrations_lock noted");
            assertThat(all.notLookedAt())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(
                                    "the migration tool's table theirs.knex_migrations_lock: its owner " + stranger))
                    .anySatisfy(line -> assertThat(line)
                            .startsWith(
                                    "the migration tool's table policed.knex_migrations_lock: reading it could run"));

            CleanupReport some = Cleaner.in(database.dataSource(reader)).check();
            assertThat(some.results()).isEmpty();
            assertThat(some.notLookedAt())
                    .contains(
                            "the migration tool's table ours.knex_migrations_lock: this role may not read it",
                            "the migration tool's table policed.knex_migrations_lock: this role may not read it");

            try (Connection migrating = database.connect();
                    Statement statement = migrating.createStatement()) {
                migrating.setAutoCommit(false);
                statement.execute("LOCK TABLE ours.knex_migrations_lock");
                CleanupReport held = Cleaner.in(database.dataSource()).check();
                assertThat(Told.by(held)).isEmpty();
                assertThat(held.notLookedAt())
                        .anySatisfy(line -> assertThat(line)
                                .startsWith("the migration tool's table ours.knex_migrations_lock: ")
                                .endsWith("(55P03)"));
            }
        }
    }

    @Test
    void a_server_that_keeps_when_rows_were_committed_proves_who_has_not_written_one(@TempDir Path directory)
            throws SQLException {
        PrivateServer configured = PrivateServer.in(directory, "18.6").with("track_commit_timestamp", "on");
        String url = "jdbc:postgresql://localhost:" + configured.port() + "/postgres?user=" + PostgresServer.SUPERUSER;
        try (PrivateServer server = configured.start();
                Connection before = DriverManager.getConnection(url)) {
            server.execute("CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)");
            server.execute("INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
            try (Connection after = DriverManager.getConnection(url);
                    Connection ours = DriverManager.getConnection(url)) {
                Finding finding = Told.only(Cleaner.on(ours).check(), FindingCode.UNFINISHED_MIGRATION)
                        .finding();
                assertThat(finding.explanation())
                        .endsWith("Of the 2 other sessions that are connected to this database 1 may have written it.");
                assertThat(finding.evidence()).containsKey("written_at");
                assertThat(finding.evidence().get("possible_holders"))
                        .asString()
                        .contains("pid " + before.unwrap(PGConnection.class).getBackendPID() + ",")
                        .doesNotContain(
                                "pid " + after.unwrap(PGConnection.class).getBackendPID() + ",");
            }
        }
    }

    @EachServer(sample = 1)
    void a_name_of_somebodys_is_a_name_and_nothing_else(PostgresServer server) {
        String hostile = "\"a\"\":'states'? %s $1; --\"";
        try (TestDatabase database = server.createDatabase()) {
            for (String schema : List.of(hostile, "plain")) {
                schema(database, schema, ToolTables.LIQUIBASE);
                database.execute("INSERT INTO " + schema
                        + ".databasechangeloglock VALUES (1, true, now(), 'x''; DROP TABLE t; \\')");
            }
            CleanupReport report = Cleaner.in(database.dataSource()).check();
            assertThat(report.results())
                    .extracting(result -> result.finding().subject().display())
                    .containsExactlyInAnyOrder(hostile + ".databasechangeloglock", "plain.databasechangeloglock");
            assertThat(Told.by(
                            Cleaner.in(database.dataSource()).inSchemas("plain").check()))
                    .containsExactly("UNFINISHED_MIGRATION plain.databasechangeloglock noted");
        }
    }

    @EachServer(sample = 1)
    void who_is_connected_is_told_and_what_this_role_may_not_see_of_them_too(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            try (Statement statement = other.createStatement()) {
                statement.execute("SET application_name = 'a migrator'");
            }
            String reader = database.createRole();
            schema(database, "knex", ToolTables.KNEX, "INSERT INTO %1$s.knex_migrations_lock (is_locked) VALUES (1)");
            database.execute(
                    "GRANT SELECT ON knex.knex_migrations_lock TO " + reader,
                    "GRANT USAGE ON SCHEMA knex TO " + reader);
            Result seen = Told.only(Cleaner.in(database.dataSource()).check(), FindingCode.UNFINISHED_MIGRATION);
            assertThat(seen.finding().evidence()).containsEntry("other_sessions", 1L);
            assertThat(seen.finding().evidence().get("possible_holders"))
                    .asString()
                    .contains("application a migrator, since 2");
            Result hidden =
                    Told.only(Cleaner.in(database.dataSource(reader)).check(), FindingCode.UNFINISHED_MIGRATION);
            assertThat(hidden.finding().evidence().get("possible_holders"))
                    .asString()
                    .contains("application a migrator, since a time not visible to this role");
        }
    }

    @Test
    void each_tool_is_one_that_is_known_by_the_name_of_that_table() {
        List<String> tables = List.of(
                "FLYWAY flyway_schema_history",
                "GOLANG_MIGRATE schema_migrations",
                "PRISMA _prisma_migrations",
                "SQLX _sqlx_migrations",
                "LIQUIBASE databasechangeloglock",
                "KNEX knex_migrations_lock",
                "EF_CORE __EFMigrationsLock",
                "KYSELY kysely_migration_lock",
                "YOYO yoyo_lock");
        assertThat(tables)
                .allSatisfy(table -> assertThat(MigrationTool.owning(table.split(" ")[1]))
                        .contains(MigrationTool.valueOf(table.split(" ")[0])));
    }

    private static Stream<String> rows(Result result) {
        return ((List<?>) result.finding().evidence().get("rows"))
                .stream().map(row -> result.finding().evidence().get("tool") + " " + row);
    }

    private static void schema(TestDatabase database, String name, String... statements) {
        database.execute("CREATE SCHEMA " + name);
        Stream.of(statements).forEach(statement -> database.execute(statement.replace("%1$s", name)));
    }
}
