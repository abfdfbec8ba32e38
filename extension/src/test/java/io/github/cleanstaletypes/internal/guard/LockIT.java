package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.internal.guard.session.Identity;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/** Who holds the lock, who waits for it, who is ended, and who is not. */
class LockIT {

    /** Says when it runs, and goes on until there is a file. */
    private static final String UNTIL_GATE = "echo running; until [ -e gate ]; do sleep 0.05; done";

    /** A session of psql that sleeps, as a migration does that takes long; and that nobody kills together with its guard. */
    private static final String SLEEPING = "echo running; setsid psql -Xqc 'SELECT pg_sleep(600)'";

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void a_second_guard_waits_and_names_the_first(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere first = Starter.in(directory, database).guard("--", "sh", "-c", UNTIL_GATE)) {
            first.printing("running");
            try (GuardHere second = Starter.in(directory, database).guard("--", "echo", "second")) {
                second.saying("guard: waiting up to 300 s for the lock, held by session ");
                assertThat(second.err()).contains(" of postgres, from 127.0.0.1, cst-guard:" + oid(database) + ":");
                assertThat(second.out()).isEmpty();
                Ended third = Starter.in(directory, database).run("--lock-wait", "200ms", "--", "echo", "third");
                assertThat(third.status()).isEqualTo(125);
                assertThat(third.err()).contains("has held the lock for 0.2 s: session ");
                assertThat(third.out()).isEmpty();
                Files.createFile(directory.resolve("gate"));
                assertThat(first.ended().status()).isZero();
                assertThat(second.ended().out()).isEqualTo("second\n");
            }
        }
    }

    @EachServer(sample = 1)
    void what_descends_from_a_guard_does_not_wait_for_it(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('a')", "CREATE TYPE title AS ENUM ('a')");
            Ended ended = Starter.in(directory, database)
                    .with("CLI", String.join(" ", GuardProcess.commandLine()))
                    .sh(
                            "$CLI clean --type mood --lock-wait 0 && $CLI guard --lock-wait 0 --type title -- echo innermost");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out())
                    .contains("Successfully removed stale 'mood' type")
                    .endsWith("innermost\n");
            assertThat(ended.err())
                    .contains("inside another guard")
                    .contains("Successfully removed stale 'title' type");
        }
    }

    @EachServer("18.6")
    void a_token_without_its_guard_is_worth_nothing(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere first = Starter.in(directory, database).guard("--", "sh", "-c", UNTIL_GATE)) {
            first.printing("running");
            Starter forged = Starter.in(directory, database)
                    .with(GuardToken.VARIABLE, "cst:" + oid(database) + ":00000000-0000000000000000");
            assertThat(forged.run("--lock-wait", "0", "--", "true").status()).isEqualTo(125);
            database.execute("CREATE TYPE mood AS ENUM ('a')");
            Outcome clean = CommandRun.on(database)
                    .with(GuardToken.VARIABLE, String.valueOf(forged.variables().get(GuardToken.VARIABLE)))
                    .run("clean", "--type", "mood", "--lock-wait", "0");
            assertThat(clean.exitCode()).isEqualTo(3);
            assertThat(clean.err()).contains("The lock of this database is held by session ");
            assertThat(database.queryText("SELECT to_regtype('mood')")).isEqualTo("mood");
        }
    }

    @EachServer(sample = 1)
    void the_session_of_a_dead_guards_command_is_ended_in_whatever_database_it_is(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                TestDatabase other = server.createDatabase()) {
            GuardProcess dead = GuardProcess.Starter.in(directory, database)
                    .guard("--", "sh", "-c", "PGDATABASE=" + other.name() + "; " + SLEEPING);
            int pid = sleeper(other);
            dead.kill();

            Ended next = Starter.in(directory, database).sh("echo next");

            assertThat(next.status()).as(next.err()).isZero();
            assertThat(sleepers(other)).isZero();
            assertThat(next.err())
                    .contains("predecessors are gone: 1")
                    .contains("ended session " + pid + " (postgres in ");
        }
    }

    /** A command without its guard could connect once more before the next guard's heartbeat. */
    @EachServer("18.6")
    void when_the_guard_is_killed_so_is_each_process_of_its_command(PostgresServer server) {
        try (TestDatabase database = server.createDatabase();
                GuardProcess guard = GuardProcess.Starter.in(directory, database)
                        .guard("--", "sh", "-c", "sh -c 'echo running; while :; do sleep 0.1; done' & wait")) {
            guard.printing("running");
            List<ProcessHandle> command = guard.descendants();
            assertThat(command).hasSizeGreaterThanOrEqualTo(2);
            guard.kill();
            Wait.until(
                    "each process of the command has ended",
                    () -> command.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    @EachServer(sample = 1)
    void the_session_of_a_living_guards_command_is_not_ended(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                TestDatabase other = server.createDatabase();
                GuardHere living = Starter.in(directory, other)
                        .guard("--", "sh", "-c", "PGDATABASE=" + database.name() + "; " + SLEEPING)) {
            int pid = sleeper(database);
            Ended next = Starter.in(directory, database).run("--heartbeat", "20ms", "--", "sleep", "0.5");
            assertThat(next.status()).as(next.err()).isZero();
            assertThat(sleeper(database)).isEqualTo(pid);
            assertThat(living.isRunning()).isTrue();
        }
    }

    @EachServer(sample = 1)
    void a_command_that_outlived_its_guard_and_connects_late_is_ended_by_the_heartbeat(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere living =
                        Starter.in(directory, database).guard("--heartbeat", "100ms", "--", "sh", "-c", UNTIL_GATE)) {
            living.printing("running");
            PGSimpleDataSource late = (PGSimpleDataSource) database.dataSource();
            String own = String.valueOf(database.queryText(
                    "SELECT replace(application_name, 'cst-guard', 'cst') FROM pg_stat_activity WHERE application_name"
                            + " LIKE 'cst-guard:" + oid(database) + ":%'"));
            late.setApplicationName(own.replaceFirst("-.*", "-0123456789abcdef") + " psql");
            try (Connection connection = late.getConnection();
                    Statement statement = connection.createStatement()) {
                Wait.until("the late session is ended", () -> isGone(statement));
            }
            living.saying("a former guard's command has connected again; ended session ");
            Files.createFile(directory.resolve("gate"));
            assertThat(living.ended().status()).isZero();
        }
    }

    /** Any role that may log in can call its session a guard's command; that must not stop a deployment. */
    @EachServer("18.6")
    void a_token_of_a_session_that_this_role_may_not_end_is_named_waited_for_and_passed_over(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            String stranger = database.createRole();
            String token = "cst:" + oid(database) + ":" + cluster(database) + "-0123456789abcdef";
            try (Connection forger = named(database, stranger, token)) {
                int pid = forger.unwrap(PGConnection.class).getBackendPID();
                Ended next = Starter.in(directory, database)
                        .with("PGUSER", role)
                        .run(
                                "--creators-wait",
                                "300ms",
                                "--heartbeat",
                                "20ms",
                                "--",
                                "sh",
                                "-c",
                                "sleep 0.5; echo next");
                assertThat(next.status()).as(next.err()).isZero();
                assertThat(next.out()).isEqualTo("next\n");
                assertThat(next.err())
                        .contains(
                                "a session with the token of a guard's command is still connected; this role may not end"
                                        + " session " + pid + " (" + stranger + " in " + database.name())
                        .doesNotContain("former guard")
                        .contains("SELECT pg_terminate_backend(" + pid + ")")
                        .contains("session " + pid + " (" + stranger + " in " + database.name() + ", " + token
                                + ") is still connected after 0.3 s")
                        .doesNotContain("connected again");
                assertThat(forger.isValid(0)).isTrue();
            }
        }
    }

    /** A database of another server may have the same oid: a copy of its data, for one, on which its own guard is at work. */
    @EachServer("18.6")
    void a_token_of_another_servers_guard_is_nobodys_here(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection elsewhere = named(
                        database,
                        "postgres",
                        "cst:" + oid(database) + ":" + otherThan(cluster(database)) + "-0123456789abcdef")) {
            Ended ended = Starter.in(directory, database).run("--", "true");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.err()).contains("no predecessor is connected");
            assertThat(elsewhere.isValid(0)).isTrue();
        }
    }

    @EachServer(sample = 1)
    void no_time_limit_of_the_users_ends_the_session_that_holds_the_lock(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            for (String limit : database.queryTexts("SELECT name FROM pg_settings WHERE name IN ('statement_timeout',"
                    + " 'lock_timeout', 'transaction_timeout', 'idle_session_timeout',"
                    + " 'idle_in_transaction_session_timeout')")) {
                database.execute("ALTER ROLE " + role + " SET " + limit + " = '1500ms'");
            }
            Ended ended = Starter.in(directory, database)
                    .with("PGUSER", role)
                    .run(
                            "--heartbeat",
                            "1h",
                            "--",
                            "sh",
                            "-c",
                            "sleep 2; exec psql -XAtc \"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND database = "
                                    + oid(database) + "\"");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).isEqualTo("1\n");
        }
    }

    @EachServer("18.6")
    void names_that_are_no_text_keep_no_guard_from_healing(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase("SQL_ASCII")) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('a')",
                    "DO $$ BEGIN EXECUTE format('CREATE TABLE %I (%1$I int)', 'x' || chr(228)); END $$",
                    "DO $$ BEGIN EXECUTE format('CREATE TYPE %I AS ENUM (%1$L)', 'm' || chr(228)); END $$");
            Ended ended = Starter.in(directory, database)
                    .run("--", "psql", "-Xqv", "ON_ERROR_STOP=1", "-c", "CREATE TYPE mood AS ENUM ('b')");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(database.queryText("SELECT enum_first(NULL::mood)")).isEqualTo("b");
        }
    }

    /** What tells this server's tokens from another's; everybody may call it unless that was taken away. */
    @EachServer("18.6")
    void a_role_that_may_not_call_pg_control_system_has_a_token_that_names_no_server(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute("REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC");
            Ended ended = Starter.in(directory, database).with("PGUSER", role).sh("echo $CLEAN_STALE_TYPES_GUARD");
            assertThat(ended.status()).as(ended.err()).isZero();
            assertThat(ended.out()).startsWith("cst:" + oid(database) + ":00000000-");
        }
    }

    private static Connection named(TestDatabase database, String role, String applicationName) throws SQLException {
        PGSimpleDataSource source = (PGSimpleDataSource) database.dataSource(role);
        source.setApplicationName(applicationName);
        return source.getConnection();
    }

    private static String cluster(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Identity.cluster(connection);
        }
    }

    private static String otherThan(String cluster) {
        return cluster.startsWith("0") ? "1" + cluster.substring(1) : "0" + cluster.substring(1);
    }

    @EachServer(sample = 1)
    void when_the_lock_is_lost_the_command_is_stopped(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere guard = Starter.in(directory, database)
                        .guard(
                                "--heartbeat",
                                "100ms",
                                "--",
                                "sh",
                                "-c",
                                "trap 'echo ends; exit 0' TERM; " + UNTIL_GATE)) {
            guard.printing("running");
            endLockSession(database);
            Ended ended = guard.ended();
            assertThat(ended.status()).isEqualTo(125);
            assertThat(ended.out()).contains("ends\n");
            assertThat(ended.err()).contains("the lock was lost (");
        }
    }

    @EachServer("18.6")
    void a_command_that_does_not_end_when_the_lock_is_lost_is_killed(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere guard = Starter.in(directory, database)
                        .guard(
                                "--heartbeat",
                                "100ms",
                                "--stop-wait",
                                "200ms",
                                "--",
                                "sh",
                                "-c",
                                "trap '' TERM; " + UNTIL_GATE)) {
            guard.printing("running");
            endLockSession(database);
            assertThat(guard.ended().status()).isEqualTo(125);
        }
    }

    @EachServer("18.6")
    void a_command_may_go_on_without_the_lock(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                GuardHere guard = Starter.in(directory, database)
                        .guard(
                                "--heartbeat",
                                "100ms",
                                "--on-lock-lost",
                                "warn",
                                "--",
                                "sh",
                                "-c",
                                UNTIL_GATE + "; exit 4")) {
            guard.printing("running");
            endLockSession(database);
            guard.saying("the command goes on");
            Files.createFile(directory.resolve("gate"));
            assertThat(guard.ended().status()).isEqualTo(4);
        }
    }

    private static void endLockSession(TestDatabase database) {
        assertThat(database.queryTexts(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE"
                                + " 'cst-guard:" + oid(database) + ":%'"))
                .containsExactly("t");
    }

    private static boolean isGone(Statement statement) {
        try {
            statement.execute("SELECT 1");
            return false;
        } catch (SQLException e) {
            return true;
        }
    }

    private static String oid(TestDatabase database) {
        return String.valueOf(database.queryText("SELECT oid FROM pg_database WHERE datname = current_database()"));
    }

    private static final String SLEEPERS =
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'SELECT pg_sleep(600)'";

    private static int sleepers(TestDatabase database) {
        return database.queryTexts(SLEEPERS).size();
    }

    /** The backend of the session that sleeps in this database, once it is there. */
    private static int sleeper(TestDatabase database) {
        Wait.until("a session sleeps in " + database, () -> sleepers(database) == 1);
        return Integer.parseInt(String.valueOf(database.queryText(SLEEPERS)));
    }
}
