package io.github.cleanstaletypes.threats;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/** Any role that may log in can take the lock's key: whoever holds it is named, in whatever way it is held, by each command that waits. */
class LockHolderTest {

    private static final String SHARED = "SELECT pg_advisory_lock_shared(" + AdvisoryLock.KEY + ")";
    private static final String EXCLUSIVE = "SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")";
    private static final String HELD = "The lock of this database is held by ";

    private TestDatabase database;

    @BeforeEach
    void createUnusedType() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE stale AS ENUM ('a')");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void each_command_that_waits_names_the_session_when_it_begins_to_wait_and_in_the_end() throws SQLException {
        String stranger = database.createRole();
        database.execute("COMMENT ON TYPE stale IS 'kept'");
        try (Connection holder = database.connect(stranger)) {
            int pid = pid(holder, "SET application_name = 'a stranger'", EXCLUSIVE);
            String named = "session " + pid + " of " + stranger + ", from 127.0.0.1, a stranger, connected for ";
            for (List<String> command :
                    List.of(List.of("clean", "--type", "stale"), List.of("clean", "--probe", "--type", "nothing"))) {
                assertNames(run(command), named);
            }
        }
        assertThat(database.queryText("SELECT to_regtype('stale')")).isEqualTo("stale");
    }

    @Test
    void restore_names_it_as_well() throws SQLException {
        database.execute(
                "ALTER TYPE stale RENAME TO stale_1_stale",
                "COMMENT ON TYPE stale_1_stale IS '" + new Quarantine("stale", null).comment() + "'");
        try (Connection holder = database.connect()) {
            int pid = pid(holder, EXCLUSIVE);
            assertNames(run(List.of("restore")), "session " + pid + " of postgres, from 127.0.0.1, ");
        }
    }

    @Test
    void all_who_hold_it_in_the_mode_that_can_be_shared_are_named() throws SQLException {
        try (Connection one = database.connect();
                Connection two = database.connect()) {
            int first = pid(one, SHARED);
            int second = pid(two, SHARED);
            Outcome outcome = run(List.of("clean", "--type", "stale"));
            assertNames(outcome, "session " + first + " of postgres");
            assertNames(outcome, "session " + second + " of postgres");
        }
    }

    @Test
    void a_prepared_transaction_that_holds_it_is_named() {
        String gid = database.name() + "'s";
        database.execute("BEGIN; SELECT pg_advisory_xact_lock(" + AdvisoryLock.KEY + "); PREPARE TRANSACTION '"
                + gid.replace("'", "''") + "'");
        assertNames(
                run(List.of("clean", "--type", "stale")),
                "prepared transaction '" + gid.replace("'", "''") + "' of postgres, prepared for ");
    }

    @Test
    void two_keys_of_the_same_bits_are_another_lock() throws SQLException {
        try (Connection other = database.connect()) {
            pid(other, "SELECT pg_advisory_lock(%d, %d)".formatted((int) (AdvisoryLock.KEY >> 32), (int)
                            AdvisoryLock.KEY));
            Outcome outcome = run(List.of("clean", "--type", "stale"));
            assertThat(outcome.exitCode()).isZero();
            assertThat(outcome.err()).isEmpty();
            try (Connection holder = database.connect()) {
                database.execute("CREATE TYPE stale AS ENUM ('a')");
                int pid = pid(holder, EXCLUSIVE);
                Outcome held = run(List.of("clean", "--type", "stale"));
                assertNames(held, "session " + pid);
                assertThat(held.err())
                        .doesNotContain(
                                "session " + other.unwrap(PGConnection.class).getBackendPID());
            }
        }
    }

    @Test
    void a_role_that_may_see_little_is_told_the_session_and_that_more_is_hidden() throws SQLException {
        String role = database.createRole();
        database.execute("ALTER TYPE stale OWNER TO " + role);
        try (Connection holder = database.connect()) {
            int pid = pid(holder, EXCLUSIVE);
            Outcome outcome = CommandRun.on(database)
                    .run(
                            "clean",
                            "--type",
                            "stale",
                            "--lock-wait",
                            "0",
                            "--database-url",
                            CommandRun.url(database, role));
            assertNames(outcome, "session " + pid + " of postgres");
            assertThat(outcome.err()).contains("more is not visible to this role");
        }
    }

    @Test
    void a_token_counts_only_while_its_own_guards_session_holds_what_a_guard_holds() throws SQLException {
        GuardToken token = GuardToken.create(1, "0123abcd", null);
        LockName name = new LockName("tenant");
        try (Connection holder = database.connect();
                Connection asking = database.connect()) {
            pid(holder, "SET application_name = '" + token.holderName() + " tenant'");
            assertThat(LockHolders.guard(asking, token)).as("without a lock").isEmpty();
            pid(holder, SHARED);
            assertThat(LockHolders.guard(asking, token)).as("shared").isEmpty();
            pid(holder, "SELECT pg_advisory_lock(" + (name.key() >> 1) + ")");
            assertThat(LockHolders.guard(asking, token))
                    .as("shared, and a stranger's key")
                    .isEmpty();
            pid(holder, "SELECT pg_advisory_lock_shared(" + name.key() + ")");
            assertThat(LockHolders.guard(asking, token))
                    .as("shared, and a name's key likewise")
                    .isEmpty();
            pid(holder, "SELECT pg_advisory_lock(" + name.key() + ")");
            assertThat(LockHolders.guard(asking, token))
                    .as("shared, and a name's key alone")
                    .contains(token.named(name.hash()));
            pid(holder, EXCLUSIVE);
            assertThat(LockHolders.guard(asking, token)).as("its own").isPresent();
            pid(holder, "SET application_name = '" + token.holderName() + "0'");
            assertThat(LockHolders.guard(asking, token))
                    .as("one whose name begins likewise")
                    .isEmpty();
        }
    }

    private Outcome run(List<String> command) {
        return CommandRun.on(database).with("CLEAN_STALE_TYPES_LOCK_WAIT", "0").run(command.toArray(String[]::new));
    }

    private static void assertNames(Outcome outcome, String holder) {
        assertThat(outcome.exitCode()).as(outcome.everything()).isEqualTo(3);
        assertThat(outcome.errorLines())
                .anySatisfy(line -> assertThat(line).startsWith(HELD).contains(holder))
                .anySatisfy(line -> assertThat(line)
                        .contains("another clean or guard has been at work on this database", "the lock is held by ")
                        .contains(holder));
    }

    private static int pid(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return connection.unwrap(PGConnection.class).getBackendPID();
    }
}
