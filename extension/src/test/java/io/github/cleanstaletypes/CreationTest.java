package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/** While another session is creating something that cannot be seen, nothing is removed. */
class CreationTest {

    private static final String CREATION = "UNCOMMITTED_CREATION transaction ";

    @EachServer
    void is_a_note_that_says_who_creates_as_long_as_it_keeps_nothing_from_being_removed(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = opened(database, "SET application_name = 'a migrator'", "CREATE TABLE t (id int)")) {
            Cleaner engine = atOnce(database);
            for (CleanupReport report : List.of(
                    engine.check(),
                    engine.clean(),
                    engine.claiming("t").check(),
                    engine.claiming("t").clean())) {
                assertThat(Told.by(report)).containsExactly(CREATION + "noted");
                assertThat(report.isClean()).isTrue();
                Result result = Told.only(report, FindingCode.UNCOMMITTED_CREATION);
                assertThat(result.finding().raises()).isEqualTo("23505");
                assertThat(result.finding().evidence())
                        .containsEntry("pid", Long.valueOf(pid(other)))
                        .containsEntry("role", "postgres")
                        .containsEntry("application_name", "a migrator")
                        .containsEntry("state", "idle in transaction")
                        .containsEntry("query", "CREATE TABLE t (id int)")
                        .containsKeys("xid", "age_seconds");
                assertThat(result.explanation())
                        .contains("pid " + pid(other), "application a migrator", "query: CREATE TABLE t");
                assertThat(result.finding().remedy()).contains("pg_terminate_backend(" + pid(other) + ")");
            }
        }
    }

    @EachServer
    void is_what_fails_the_run_once_it_keeps_a_type_from_being_removed(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = opened(database, "CREATE TABLE t (m mood)")) {
                Cleaner engine = atOnce(database).claiming("mood");
                assertThat(Told.by(engine.check()))
                        .containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood reported");
                CleanupReport report = engine.clean();
                assertThat(Told.by(report)).containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood refused");
                assertThat(report.isClean()).isFalse();
                assertThat(report.couldNotFinish()).isFalse();
                assertThat(Told.only(report, FindingCode.UNUSED_TYPE).refusal()).isEqualTo(Refusal.CREATOR);
                other.commit();
                database.execute("INSERT INTO t VALUES ('ok')");
                assertThat(Told.by(engine.clean())).containsExactly("TYPE_IN_USE public.mood noted");
            }
        }
    }

    @EachServer
    void is_waited_for_and_then_what_it_left_is_removed(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = opened(database, "CREATE TABLE t (id int)")) {
                CleanupReport report = Cleaner.in(database.dataSource())
                        .waitingForCreators(Duration.ofMinutes(1))
                        .reportingTo(atFirstWait(other::rollback))
                        .claiming("mood")
                        .clean();
                assertThat(Told.by(report).get(0)).isEqualTo(CREATION + "waited");
                assertThat(Told.by(report).get(1))
                        .isEqualTo("UNUSED_TYPE public.mood " + (server.locksTypes() ? "dropped" : "quarantined"));
                assertThat(report.results()).hasSize(2);
                assertThat(report.isClean()).isTrue();
            }
        }
    }

    @EachServer
    void is_waited_for_and_then_what_it_uses_is_left(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = opened(database, "CREATE TABLE t (m mood)")) {
                CleanupReport report = Cleaner.in(database.dataSource())
                        .waitingForCreators(Duration.ofMinutes(1))
                        .reportingTo(atFirstWait(other::commit))
                        .claiming("mood")
                        .clean();
                assertThat(Told.by(report)).containsExactly(CREATION + "waited", "TYPE_IN_USE public.mood noted");
                database.execute("INSERT INTO t VALUES ('ok')");
            }
        }
    }

    @EachServer
    void is_not_waited_for_when_nothing_is_claimed(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = opened(database, "CREATE TABLE t (id int)")) {
            assertThat(other.isClosed()).isFalse();
            List<Creator> waited = new ArrayList<>();
            Cleaner.in(database.dataSource())
                    .waitingForCreators(Duration.ofMinutes(10))
                    .reportingTo(new Progress() {
                        @Override
                        public void waitingForCreators(List<Creator> creators, Duration atMost) {
                            waited.addAll(creators);
                        }
                    })
                    .clean();
            assertThat(waited).isEmpty();
        }
    }

    @EachServer
    void is_seen_in_whatever_way_it_creates(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect()) {
            database.execute("CREATE TABLE o (id int)", "CREATE TYPE mood AS ENUM ()");
            List<String> creations = new ArrayList<>(List.of(
                    "CREATE TYPE c AS (a int)",
                    "CREATE VIEW v AS SELECT 1 AS id",
                    "CREATE INDEX ON o (id)",
                    "CREATE SEQUENCE s",
                    "CREATE TABLE t AS SELECT 1 AS id",
                    "CREATE TEMPORARY TABLE t (id int)"));
            if (server.locksTypes()) {
                creations.addAll(List.of(
                        "CREATE TYPE e AS ENUM ()",
                        "CREATE DOMAIN d AS mood",
                        "CREATE TYPE r AS RANGE (subtype = int)"));
            }
            for (String creation : creations) {
                begin(other, creation);
                assertThat(Told.by(atOnce(database).check())).as(creation).containsExactly(CREATION + "noted");
                other.rollback();
            }
        }
    }

    @EachServer
    void is_not_a_session_that_writes_rows_or_locks_or_changes_what_is_there(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                TestDatabase another = server.createDatabase();
                Connection elsewhere = opened(another, "CREATE TABLE t (id int)");
                Connection other = database.connect()) {
            database.execute("CREATE TABLE o (id int)", "INSERT INTO o VALUES (1)");
            for (String work : List.of(
                    "INSERT INTO o VALUES (2)",
                    "SELECT * FROM o FOR UPDATE",
                    "LOCK TABLE o",
                    "DROP TABLE o",
                    "ALTER TABLE o ADD COLUMN x int",
                    "ALTER TABLE o RENAME TO p",
                    "SELECT pg_advisory_xact_lock(1)")) {
                begin(other, work);
                assertThat(atOnce(database).claiming("o").clean().results())
                        .as(work)
                        .isEmpty();
                other.rollback();
            }
            assertThat(elsewhere.isClosed()).isFalse();
        }
    }

    @EachServer
    void is_not_needed_for_a_column_that_is_being_added_to_stay_whole(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE o (id int)", "INSERT INTO o VALUES (1)", "CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = opened(database, "ALTER TABLE o ADD COLUMN m mood DEFAULT 'ok'")) {
                Cleaner engine = atOnce(database).claiming("mood");
                assertThat(Told.by(engine.clean()))
                        .containsExactly(
                                "UNUSED_TYPE public.mood " + (server.locksTypes() ? "refused" : "quarantined"));
                other.commit();
                assertThat(Told.by(engine.clean()))
                        .containsExactly("TYPE_IN_USE public.mood " + (server.locksTypes() ? "noted" : "restored"));
                database.execute("INSERT INTO o VALUES (2, 'ok'::mood)");
                assertThat(database.queryTexts("SELECT m FROM o")).containsExactly("ok", "ok");
            }
        }
    }

    @EachServer
    void of_a_prepared_transaction_is_a_finding_wherever_it_is(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            String gid = "it's left of " + database.name();
            prepare(database, "CREATE TABLE t (m mood)", gid);
            String found = "PREPARED_CREATION \"" + gid + "\" ";
            Cleaner engine = atOnce(database);
            assertThat(Told.by(engine.check())).containsExactly(found + "reported");
            CleanupReport report = engine.claiming("mood").clean();
            assertThat(Told.by(report)).containsExactly(found + "reported", "UNUSED_TYPE public.mood refused");
            assertThat(report.isClean()).isFalse();
            assertThat(Told.only(report, FindingCode.UNUSED_TYPE).remedy())
                    .startsWith("Settle the prepared transaction");
            Result result = Told.only(report, FindingCode.PREPARED_CREATION);
            assertThat(result.finding().raises()).isEqualTo("23505");
            assertThat(result.finding().evidence())
                    .containsEntry("gid", gid)
                    .containsEntry("role", "postgres")
                    .containsKeys("xid", "age_seconds")
                    .doesNotContainKeys("pid", "query", "state");
            assertThat(result.finding().remedy()).endsWith("ROLLBACK PREPARED '" + gid.replace("'", "''") + "';");
            assertThat(Told.by(engine.rollingBack("another").clean())).containsExactly(found + "reported");

            CleanupReport rolledBack = Quiet.in(database)
                    .waitingForCreators(Duration.ZERO)
                    .claiming("mood")
                    .rollingBack(gid)
                    .clean();
            assertThat(Told.by(rolledBack)).containsExactly(found + "rolled_back", "UNUSED_TYPE public.mood dropped");
            assertThat(rolledBack.isClean()).isTrue();
            assertThat(prepared(database)).isEmpty();
        }
    }

    @EachServer
    void of_a_prepared_transaction_is_rolled_back_only_by_a_clean(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String gid = database.name() + "_left";
            prepare(database, "CREATE TABLE t (id int)", gid);
            Cleaner engine = atOnce(database).rollingBack(gid);
            assertThat(Told.by(engine.check())).containsExactly("PREPARED_CREATION " + gid + " reported");
            assertThat(Told.by(engine.dryRun().clean())).containsExactly("PREPARED_CREATION " + gid + " planned");
            assertThat(prepared(database)).containsExactly(gid);
        }
    }

    @EachServer
    void is_not_a_prepared_transaction_that_only_wrote_rows(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE o (id int)", "CREATE TYPE mood AS ENUM ('ok')");
            String gid = database.name() + "_rows";
            prepare(database, "INSERT INTO o VALUES (1)", gid);
            CleanupReport report =
                    Quiet.in(database).claiming("mood").rollingBack(gid).clean();
            // something prepared may hold a reference to the type, so where types are not locked it is only renamed
            assertThat(Told.by(report))
                    .containsExactly("UNUSED_TYPE public.mood " + (server.locksTypes() ? "dropped" : "quarantined"));
            assertThat(prepared(database)).containsExactly(gid);
        }
    }

    private static Cleaner atOnce(TestDatabase database) {
        return Cleaner.in(database.dataSource()).waitingForCreators(Duration.ZERO);
    }

    private interface SqlWork {
        void run() throws SQLException;
    }

    private static Progress atFirstWait(SqlWork work) {
        return new Progress() {
            @Override
            public void waitingForCreators(List<Creator> creators, Duration atMost) {
                assertThat(creators).hasSize(1);
                try {
                    work.run();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
    }

    private static Connection opened(TestDatabase database, String... work) throws SQLException {
        Connection connection = database.connect();
        begin(connection, work);
        return connection;
    }

    private static void begin(Connection connection, String... work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : work) {
                statement.execute(sql);
            }
        }
    }

    private static void prepare(TestDatabase database, String work, String gid) {
        database.execute("BEGIN; " + work + "; PREPARE TRANSACTION '" + gid.replace("'", "''") + "'");
    }

    private static List<String> prepared(TestDatabase database) {
        return database.queryTexts("SELECT gid FROM pg_prepared_xacts WHERE database = current_database()");
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }
}
