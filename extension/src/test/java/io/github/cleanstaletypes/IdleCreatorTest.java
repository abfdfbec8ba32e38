package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** A session that holds a creation open and waits for its client is ended, if that was asked for and nothing speaks against it. */
class IdleCreatorTest {

    private static final String CREATION = "UNCOMMITTED_CREATION transaction ";
    private static final Duration MOMENT = Duration.ofMillis(1);

    @EachServer
    void is_ended_and_then_what_it_left_is_removed(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (m mood)")) {
                CleanupReport report =
                        atOnce(database.dataSource()).endingIdleAfter(MOMENT).clean();

                assertThat(Told.by(report).get(0)).isEqualTo(CREATION + "ended");
                assertThat(Told.by(report).get(1)).matches("UNUSED_TYPE public.mood (dropped|quarantined)");
                assertThat(report.isClean()).isTrue();
                assertThat(report.cleaned()).isEqualTo(2);
                assertThat(alive(database, other)).isFalse();
                assertThat(database.queryText("SELECT to_regclass('t')")).isNull();
            }
        }
    }

    @Test
    void is_ended_though_nothing_is_claimed() throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
            CleanupReport report =
                    Cleaner.in(database.dataSource()).endingIdleAfter(MOMENT).clean();

            assertThat(Told.by(report)).containsExactly(CREATION + "ended");
            assertThat(alive(database, other)).isFalse();
        }
    }

    @Test
    void is_ended_once_it_has_been_idle_long_enough_while_it_is_waited_for() throws SQLException {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
                AtomicInteger waits = new AtomicInteger();
                CleanupReport report = Cleaner.in(database.dataSource())
                        .claiming("mood")
                        .waitingForCreators(Duration.ofMinutes(5))
                        .endingIdleAfter(Duration.ofSeconds(2))
                        .reportingTo(new Progress() {
                            @Override
                            public void waitingForCreators(List<Creator> creators, Duration atMost) {
                                waits.incrementAndGet();
                            }
                        })
                        .clean();

                assertThat(Told.by(report)).containsExactly(CREATION + "ended", "UNUSED_TYPE public.mood dropped");
                assertThat(waits).hasValue(1);
                assertThat(alive(database, other)).isFalse();
            }
        }
    }

    @EachServer
    void is_left_where_nobody_asked_or_it_is_idle_for_less(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
                Cleaner engine = atOnce(database.dataSource());
                Cleaner patient = engine.endingIdleAfter(Duration.ofHours(1));
                Cleaner asked = engine.endingIdleAfter(MOMENT);

                for (CleanupReport report : List.of(engine.clean(), patient.clean())) {
                    assertThat(Told.by(report))
                            .containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood refused");
                    assertThat(Told.only(report, FindingCode.UNUSED_TYPE).refusal())
                            .isEqualTo(Refusal.CREATOR);
                }
                assertThat(Told.by(asked.dryRun().clean()))
                        .containsExactly(CREATION + "planned", "UNUSED_TYPE public.mood planned");
                assertThat(Told.by(asked.check())).contains(CREATION + "noted");
                assertThat(alive(database, other)).isTrue();
            }
        }
    }

    @EachServer
    void is_left_while_it_runs_a_statement(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
                Thread running = new Thread(() -> executeUntilCancelled(other));
                running.start();
                awaitState(database, other, "active");

                CleanupReport report =
                        atOnce(database.dataSource()).endingIdleAfter(MOMENT).clean();

                assertThat(Told.by(report)).containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood refused");
                assertThat(alive(database, other)).isTrue();
                other.unwrap(PGConnection.class).cancelQuery();
                running.join();
            }
        }
    }

    @EachServer
    void is_left_if_it_has_moved_since_it_was_looked_at(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
                AtomicInteger attempts = new AtomicInteger();
                DataSource tapped = Tapped.dataSource(database.dataSource(), (number, statement) -> {
                    if (statement.contains("pg_terminate_backend")) {
                        attempts.incrementAndGet();
                        execute(other, "SELECT 1");
                    }
                });

                CleanupReport report = atOnce(tapped).endingIdleAfter(MOMENT).clean();

                assertThat(attempts).hasPositiveValue();
                assertThat(Told.by(report)).containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood refused");
                assertThat(alive(database, other)).isTrue();
            }
        }
    }

    @EachServer
    void of_another_role_is_left_and_told(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute("CREATE TYPE mood AS ENUM ('ok')", "ALTER TYPE mood OWNER TO " + role);
            try (Connection other = creating(database.dataSource(), "CREATE TABLE t (id int)")) {
                Cleaner engine = atOnce(database.dataSource(role)).endingIdleAfter(MOMENT);

                CleanupReport blind = engine.clean();
                assertThat(Told.by(blind)).containsExactly(CREATION + "reported", "UNUSED_TYPE public.mood refused");
                assertThat(Told.only(blind, FindingCode.UNCOMMITTED_CREATION).explanation())
                        .endsWith("Not ended, because whether it is idle is not visible to this role.");

                database.execute("GRANT pg_read_all_stats TO " + role);
                CleanupReport seeing = engine.clean();
                assertThat(Told.by(seeing)).containsExactly(CREATION + "refused", "UNUSED_TYPE public.mood refused");
                Result result = Told.only(seeing, FindingCode.UNCOMMITTED_CREATION);
                assertThat(result.refusal()).isEqualTo(Refusal.PRIVILEGE);
                assertThat(result.explanation()).contains("this role may not").contains("(42501)");
                assertThat(seeing.couldNotFinish()).isTrue();
                assertThat(alive(database, other)).isTrue();
            }
        }
    }

    @EachServer
    void of_a_role_that_one_is_a_member_of_is_ended(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String migrator = database.createRole();
            String cleaner = database.createRole();
            database.execute(
                    "GRANT CREATE ON SCHEMA public TO " + migrator,
                    "GRANT " + migrator + " TO " + cleaner,
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "ALTER TYPE mood OWNER TO " + cleaner);
            try (Connection other = creating(database.dataSource(migrator), "CREATE TABLE t (id int)")) {
                CleanupReport report = atOnce(database.dataSource(cleaner))
                        .endingIdleAfter(MOMENT)
                        .clean();

                assertThat(Told.by(report).get(0)).isEqualTo(CREATION + "ended");
                assertThat(report.isClean()).isTrue();
                assertThat(alive(database, other)).isFalse();
            }
        }
    }

    private static Cleaner atOnce(DataSource dataSource) {
        return Cleaner.in(dataSource).claiming("mood").waitingForCreators(Duration.ZERO);
    }

    private static Connection creating(DataSource dataSource, String create) throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        execute(connection, create);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void executeUntilCancelled(Connection connection) {
        try {
            execute(connection, "SELECT pg_sleep(300)");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("57014");
        }
    }

    private static void awaitState(TestDatabase database, Connection session, String state) throws SQLException {
        String query = "SELECT state FROM pg_stat_activity WHERE pid = " + pid(session);
        Wait.until("the creator is " + state, () -> state.equals(database.queryText(query)));
    }

    private static boolean alive(TestDatabase database, Connection session) throws SQLException {
        return "t"
                .equals(database.queryText(
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE pid = " + pid(session) + ")"));
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }
}
