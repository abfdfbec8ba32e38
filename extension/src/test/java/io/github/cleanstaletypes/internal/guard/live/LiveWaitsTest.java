package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.json.GuardedReport;
import io.github.cleanstaletypes.internal.guard.LiveGuard;
import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.testing.HostileSchema;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a command that speaks libpq waits for is told while it does, with who holds it. */
class LiveWaitsTest {

    private static final String PSQL = "psql -Xq -v ON_ERROR_STOP=1 -c \"%s\"";

    @TempDir
    private Path directory;

    private static TestDatabase database;

    private Connection holder;
    private int pid;

    @BeforeAll
    static void prepare() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute(
                "CREATE TABLE t (id int PRIMARY KEY, n int)",
                "INSERT INTO t VALUES (1, 0)",
                "CREATE TYPE mood AS ENUM ('a')");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void connect() throws SQLException {
        holder = database.connect();
        pid = pid(holder);
        holder.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        holder.close();
    }

    /** What can be waited for, with one session that holds it. */
    private enum Kind {
        TABLE("LOCK TABLE t IN ROW EXCLUSIVE MODE", "CREATE INDEX ON t (n)", "ShareLock on table public.t"),
        ROW(
                "UPDATE t SET n = 1 WHERE id = 1",
                "UPDATE t SET n = 2 WHERE id = 1",
                "ShareLock on the end of transaction \\d+"),
        SNAPSHOT(
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT 1 FROM pg_class LIMIT 1",
                "CREATE INDEX CONCURRENTLY ON t (n)",
                "ShareLock on the end of virtual transaction \\d+/\\d+"),
        ADVISORY(
                "SELECT pg_advisory_xact_lock(5000000000)",
                "SELECT pg_advisory_lock(5000000000)",
                "ExclusiveLock on advisory lock 5000000000"),
        ADVISORY_PAIR(
                "SELECT pg_advisory_xact_lock(7, -9)",
                "SELECT pg_advisory_lock(7, -9)",
                "ExclusiveLock on advisory lock \\(7, -9\\)"),
        TYPE(
                "COMMENT ON TYPE mood IS 'x'",
                "COMMENT ON TYPE mood IS 'y'",
                "ShareUpdateExclusiveLock on type public.mood"),
        SCHEMA(
                "COMMENT ON SCHEMA public IS 'x'",
                "COMMENT ON SCHEMA public IS 'y'",
                "ShareUpdateExclusiveLock on schema public"),
        UNCOMMITTED(
                "CREATE TABLE IF NOT EXISTS u (id int)",
                "SELECT pg_relation_size($OID)",
                "AccessShareLock on relation \\d+, which is not committed");

        private final String held;
        private final String wanted;
        private final String told;

        Kind(String held, String wanted, String told) {
            this.held = held;
            this.wanted = wanted;
            this.told = told;
        }
    }

    static List<Kind> kinds() {
        return LongForm.sample(List.of(Kind.values()), 4, "kinds of locks");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_it_waits_for_and_who_holds_it_is_told_once_and_that_it_is_over(Kind kind) throws Exception {
        hold(kind.held);
        String wanted = kind == Kind.UNCOMMITTED ? kind.wanted.replace("$OID", oid()) : kind.wanted;
        Path gate = directory.resolve("gate");
        String untilGate = "; until [ -e " + gate + " ]; do sleep 0.02; done";
        try (LiveGuard guard = Starter.on(database).start(PSQL.formatted(wanted) + untilGate)) {
            String told = guard.saying(" waits for ");
            assertThat(told)
                    .matches(
                            "session \\d+ of the command waits for " + kind.told + ", held by pid " + pid
                                    + " \\(postgres, PostgreSQL JDBC Driver, idle in transaction for \\d+ s, query .*\\); for \\d+ s so far");
            assertThat(told).contains("query " + QueryText.shown(kind.held.replaceFirst(".*; ", "")) + ");");
            holder.rollback();
            guard.saying("session \\d+ of the command no longer waits for ");
            Files.createFile(gate);
            GuardReport report = guard.ended();
            assertThat(guard.lines())
                    .filteredOn(line -> line.contains("command waits for "))
                    .hasSize(1);
            assertThat(report.waits()).hasSize(1);
            assertThat(report.waits().get(0).waited()).isGreaterThanOrEqualTo(LiveGuard.QUICK.lasting());
        }
    }

    @Test
    void the_report_has_it_under_stable_keys() throws Exception {
        hold("LOCK TABLE t IN ROW EXCLUSIVE MODE");
        try (LiveGuard guard = Starter.on(database).start(PSQL.formatted("CREATE INDEX ON t (n)"))) {
            guard.saying(" waits for ");
            holder.rollback();
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            GuardedReport.write(guard.ended(), "1", json);
            assertThat(json.toString(StandardCharsets.UTF_8).strip())
                    .matches(
                            ".*,\"waits\":\\[\\{\"attempt\":1,\"session\":\\d+,\"certain\":true,\"lock\":\"ShareLock\","
                                    + "\"on\":\"table public.t\",\"seconds\":\\d+\\.\\d{3},\"itself\":false,\"held_by\":\\{\"pid\":"
                                    + pid
                                    + ",\"gid\":null,\"role\":\"postgres\",\"application_name\":\"PostgreSQL JDBC Driver\",\"visible\":true,"
                                    + "\"state\":\"idle in transaction\",\"state_seconds\":\\d+\\.\\d{3},"
                                    + "\"query\":\"LOCK TABLE t IN ROW EXCLUSIVE MODE\"\\}\\}\\]\\}");
        }
    }

    /** The second in a queue waits for the first, which waits for the holder: whom to ask is the holder. */
    @Test
    void behind_a_chain_of_waiters_the_one_who_holds_up_all_is_told() throws Exception {
        hold("SELECT * FROM t");
        try (Connection between = database.connect();
                Statement alter = between.createStatement()) {
            int second = pid(between);
            Thread thread = background(alter, "ALTER TABLE t ADD COLUMN m int");
            try (LiveGuard guard = Starter.on(database).start(PSQL.formatted("SELECT * FROM t"))) {
                assertThat(guard.saying(" waits for "))
                        .contains("waits for AccessShareLock on table public.t, behind pid " + second
                                + ", which waits for pid " + pid + " (postgres, ");
                assertThat(guard.lines())
                        .as("who was connected before the command is not the command's")
                        .noneMatch(line -> line.contains("session " + second));
                holder.rollback();
                thread.join();
            }
        }
    }

    /** Two want one row that a third has changed: the first queues for the row itself, the second behind it. */
    @Test
    void a_row_that_others_queue_for_is_told_as_that() throws Exception {
        hold("UPDATE t SET n = 1 WHERE id = 1");
        try (Connection between = database.connect();
                Statement update = between.createStatement()) {
            int second = pid(between);
            Thread thread = background(update, "UPDATE t SET n = 2 WHERE id = 1");
            try (LiveGuard guard = Starter.on(database).start(PSQL.formatted("UPDATE t SET n = 3 WHERE id = 1"))) {
                assertThat(guard.saying(" waits for "))
                        .contains("waits for ExclusiveLock on row (0,1) of table public.t, behind pid " + second
                                + ", which waits for pid " + pid + " (");
                holder.rollback();
                thread.join();
            }
        }
    }

    @Test
    void a_prepared_transaction_is_told_by_its_name_since_it_has_no_process() throws Exception {
        hold("LOCK TABLE t IN ROW EXCLUSIVE MODE");
        hold("PREPARE TRANSACTION 'it''s live'");
        try (LiveGuard guard = Starter.on(database).start(PSQL.formatted("CREATE INDEX ON t (n)"))) {
            assertThat(guard.saying(" waits for "))
                    .containsPattern(
                            "on table public.t, held by prepared transaction 'it''s live' \\(postgres, prepared for \\d+ s;"
                                    + " COMMIT PREPARED or ROLLBACK PREPARED ends it\\)");
            database.execute("ROLLBACK PREPARED 'it''s live'");
            assertThat(Objects.requireNonNull(guard.ended().waits().get(0).holder())
                            .gid())
                    .isEqualTo("it's live");
        }
    }

    @Test
    void what_is_in_another_database_has_no_name_here() throws Exception {
        try (TestDatabase other = database.server().createDatabase();
                Connection elsewhere = other.connect()) {
            other.execute("CREATE TABLE t (id int)");
            elsewhere.setAutoCommit(false);
            try (Statement statement = elsewhere.createStatement()) {
                statement.execute("LOCK TABLE t");
            }
            String psql = "psql -Xq -d " + other.name() + " -c 'SELECT * FROM t'";
            try (LiveGuard guard = Starter.on(database).start(psql)) {
                assertThat(guard.saying(" waits for "))
                        .containsPattern("AccessShareLock on relation \\d+ of database " + other.name()
                                + ", held by pid " + pid(elsewhere));
                elsewhere.rollback();
                assertThat(guard.ended().exitStatus()).isZero();
            }
        }
    }

    @Test
    void a_role_without_rights_tells_what_it_may_see_and_that_there_is_more() throws Exception {
        String role = database.createRole();
        database.execute("GRANT ALL ON t TO " + role);
        hold("LOCK TABLE t IN ACCESS EXCLUSIVE MODE");
        try (LiveGuard guard = Starter.on(database).as(role).start(PSQL.formatted("SELECT * FROM t"))) {
            assertThat(guard.saying(" waits for "))
                    .contains("on table public.t, held by pid " + pid
                            + " (postgres, PostgreSQL JDBC Driver, the rest is not visible to this role); for ");
            holder.rollback();
            SeenWait seen = guard.ended().waits().get(0);
            assertThat(Objects.requireNonNull(seen.holder()).visible()).isFalse();
        }
    }

    @Test
    void a_look_runs_nobody_elses_code() throws Exception {
        try (TestDatabase own = database.server().createDatabase()) {
            own.execute("CREATE TABLE public.t (id int)");
            HostileSchema hostile = HostileSchema.in(own);
            try (Connection locking = own.connect();
                    Statement statement = locking.createStatement()) {
                locking.setAutoCommit(false);
                statement.execute("LOCK TABLE public.t");
                try (LiveGuard guard = Starter.on(own).start("psql -Xqc 'SELECT FROM public.t'")) {
                    guard.saying("waits for AccessShareLock on table public.t, held by pid ");
                    locking.rollback();
                    guard.ended();
                }
            }
            assertThat(hostile.called()).isEmpty();
        }
    }

    /** A command that waits for a session of its own waits for ever. */
    @Test
    void a_command_that_waits_for_itself_is_told_so() throws Exception {
        String script =
                "psql -Xqc 'BEGIN; LOCK TABLE t' -c 'SELECT pg_sleep(60)' & until psql -XAtc \"SELECT 1 FROM pg_stat_activity"
                        + " WHERE query LIKE '%pg_sleep(60)'\" | grep -q 1; do :; done; psql -Xqc 'SELECT * FROM t'; kill $!";
        try (LiveGuard guard = Starter.on(database).start(script)) {
            String told = guard.saying(" waits for ");
            assertThat(told)
                    .contains("table public.t", "The command waits for itself")
                    .doesNotContain("Flyway");
            database.queryTexts(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)'"
                            + " AND pid <> pg_backend_pid()");
            assertThat(guard.ended().waits().get(0).itself()).isTrue();
        }
    }

    @Test
    void it_is_told_again_after_a_while() throws Exception {
        hold("LOCK TABLE t IN ROW EXCLUSIVE MODE");
        Duration soon = Duration.ofMillis(100);
        LiveLimits often = new LiveLimits(soon, soon, Duration.ofMinutes(1), Duration.ofMillis(50), soon);
        try (LiveGuard guard = Starter.on(database).limits(often).start(PSQL.formatted("CREATE INDEX ON t (n)"))) {
            Wait.until(
                    "it is told again",
                    () -> guard.lines().stream()
                                    .filter(line -> line.contains("held by pid " + pid))
                                    .count()
                            >= 2);
            holder.rollback();
            assertThat(guard.ended().waits()).hasSize(1);
        }
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private String oid() throws SQLException {
        try (Statement statement = holder.createStatement();
                ResultSet row = statement.executeQuery("SELECT 'u'::regclass::oid")) {
            row.next();
            String oid = row.getString(1);
            statement.execute("CREATE TABLE IF NOT EXISTS u (id int)");
            return oid;
        }
    }

    private void hold(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }

    private Thread background(Statement statement, String sql) {
        Thread thread = new Thread(
                () -> {
                    try {
                        statement.execute(sql);
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                "between");
        thread.start();
        Wait.until(
                "it waits",
                () -> List.of("1")
                        .equals(database.queryTexts("SELECT count(*) FROM pg_locks WHERE NOT granted AND database ="
                                + " (SELECT oid FROM pg_database WHERE datname = current_database()) OR NOT granted AND locktype ="
                                + " 'transactionid'")));
        return thread;
    }
}
