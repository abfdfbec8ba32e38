package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Guards of different names in one database: what one of them may do while the others are at work. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class NeighboursTest {

    private static final LockName A = new LockName("a");
    private static final LockName B = new LockName("b");
    private static final GuardToken GUARD_A = new GuardToken(1, "00000000", "aaaaaaaaaaaaaaaa", A.hash());
    private static final GuardToken GUARD_B = new GuardToken(1, "00000000", "bbbbbbbbbbbbbbbb", B.hash());

    /** As a process knows it that a guard has started. */
    private static final GuardToken INHERITED_A = GUARD_A.named(null);

    @EachServer({"14.22", "18.6"})
    void what_a_command_of_another_name_creates_holds_up_a_removal_only_where_types_are_not_locked(
            PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection guardA = holding(database, GUARD_A, A);
                Connection creator = database.connect();
                Statement statement = creator.createStatement()) {
            for (GuardToken own : List.of(GUARD_A, INHERITED_A)) {
                database.execute("CREATE TYPE mood AS ENUM ('a')");
                creator.setAutoCommit(false);
                statement.execute("SET application_name = '" + GUARD_B.applicationName() + " psql'");
                statement.execute("CREATE TABLE in_flight (id int)");
                CleanupReport report = cleaned(database, own);
                assertThat(report.isClean()).isEqualTo(server.locksTypes());
                assertThat(report.results().stream()
                                .anyMatch(result -> result.finding().code() == FindingCode.UNCOMMITTED_CREATION))
                        .isEqualTo(!server.locksTypes());
                creator.rollback();
                assertThat(cleaned(database, own).isClean()).isTrue();
            }
            assertThat(guardA.isValid(0)).isTrue();
        }
    }

    @EachServer("18.6")
    void what_anybody_else_creates_holds_it_up_as_ever(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection guardA = holding(database, GUARD_A, A);
                Connection creator = database.connect();
                Statement statement = creator.createStatement()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            creator.setAutoCommit(false);
            GuardToken otherDatabases = new GuardToken(2, "00000000", "bbbbbbbbbbbbbbbb", B.hash());
            for (String name : List.of(
                    "psql",
                    GUARD_B.text(),
                    new GuardToken(1, "00000000", "cccccccccccccccc", A.hash()).applicationName(),
                    otherDatabases.applicationName())) {
                statement.execute("SET application_name = '" + name + "'");
                statement.execute("CREATE TABLE in_flight (id int)");
                assertThat(cleaned(database, GUARD_A).isClean()).as(name).isFalse();
                creator.rollback();
            }
            statement.execute("SET application_name = '" + GUARD_B.applicationName() + "'");
            statement.execute("CREATE TABLE in_flight (id int)");
            assertThat(cleaned(database, new GuardToken(1, "00000000", "dddddddddddddddd", null))
                            .isClean())
                    .as("for one that holds no lock")
                    .isFalse();
            creator.rollback();
            assertThat(guardA.isValid(0)).isTrue();
        }
    }

    private static CleanupReport cleaned(TestDatabase database, GuardToken guard) {
        return Cleaner.in(database.dataSource())
                .claiming("mood")
                .underGuard(guard)
                .waitingForLock(Duration.ZERO)
                .waitingForCreators(Duration.ofMillis(150))
                .clean();
    }

    @EachServer(sample = 1)
    void what_another_guard_at_work_has_set_aside_is_left_to_it(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection guardA = holding(database, GUARD_A, A)) {
            try (Connection guardB = holding(database, GUARD_B, B)) {
                database.execute("CREATE TYPE mood AS ENUM ('a')");
                assertThat(Cleaner.in(database.dataSource())
                                .underGuard(GUARD_B)
                                .forGuard()
                                .heal(new SqlName("public", "mood")))
                        .isPresent();
                cleaned(database, GUARD_A);
                assertThat(database.queryText("SELECT to_regtype('mood')")).isNull();
                assertThat(guardB.isValid(0)).isTrue();
            }
            Cleaner.in(database.dataSource()).underGuard(GUARD_A).clean();
            assertThat(database.queryText("SELECT to_regtype('mood')"))
                    .as("it was killed")
                    .isEqualTo("mood");
            assertThat(guardA.isValid(0)).isTrue();
        }
    }

    @EachServer(sample = 1)
    void no_lock_row_of_a_tool_is_freed_while_a_command_of_another_name_may_hold_it(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection guardA = holding(database, GUARD_A, A)) {
            database.execute(
                    "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
            Cleaner cleaner =
                    Cleaner.in(database.dataSource()).underGuard(INHERITED_A).freeingLocks(Duration.ofMillis(50));
            try (Connection guardB = holding(database, GUARD_B, B)) {
                assertThat(cleaner.clean().results())
                        .singleElement()
                        .satisfies(result -> assertThat(result.why())
                                .contains("Not freed, because guards of other names are at work")
                                .contains(GUARD_B.holderName()));
                assertThat(guardB.isValid(0)).isTrue();
            }
            assertThat(cleaner.clean().results())
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.outcome().word()).as(result.why()).isEqualTo("freed"));
            assertThat(guardA.isValid(0)).isTrue();
        }
    }

    @EachServer(sample = 1)
    void a_cleaner_that_waits_is_let_pass_by_guards_of_names_but_not_by_one_that_it_waits_for(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection guardA = holding(database, GUARD_A, A);
                Connection newcomer = database.connect()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            AtomicInteger announced = new AtomicInteger();
            CleanupReport report = Cleaner.in(Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.contains("pg_try_advisory_xact_lock_shared")) {
                            announced.incrementAndGet();
                        } else if (statement.contains("pg_try_advisory_xact_lock(") && announced.get() == 1) {
                            announced.incrementAndGet();
                            assertThat(had(newcomer, LockRequest.of(B))).isFalse();
                            assertThat(had(newcomer, LockRequest.of(B).withinAnother()))
                                    .isTrue();
                            execute(newcomer, "SELECT pg_advisory_unlock_all()");
                            execute(guardA, "SELECT pg_advisory_unlock_all()");
                        }
                    }))
                    .claiming("mood")
                    .clean();
            assertThat(announced.get()).isEqualTo(2);
            assertThat(report.cleaned()).isEqualTo(1);
            assertThat(had(newcomer, LockRequest.of(B))).as("nobody waits").isTrue();
        }
    }

    private static boolean had(Connection connection, LockRequest request) {
        try {
            return AdvisoryLock.tryForSession(connection, request);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A session as that of a guard of a name. */
    private static Connection holding(TestDatabase database, GuardToken token, LockName name) throws SQLException {
        Connection connection = database.connect();
        execute(connection, "SET application_name = '" + token.holderName() + " " + name.text() + "'");
        assertThat(had(connection, LockRequest.of(name))).isTrue();
        return connection;
    }
}
