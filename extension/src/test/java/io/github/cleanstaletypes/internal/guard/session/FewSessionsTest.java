package io.github.cleanstaletypes.internal.guard.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.CommandRun.Streams;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.StandIn;
import java.sql.Connection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where role or database may have few sessions, guard takes none that its command needs, and says who cannot connect. */
class FewSessionsTest {

    private static final String OWN_SESSION = "guard looks and cleans by the session that holds its lock";
    private static final String NEW_TABLE = "CREATE TABLE mood (id int)";

    private final TestDatabase database = PostgresServer.of("18.6").createDatabase();
    private final String role = database.createRole();

    FewSessionsTest() {
        // a bare name is looked for along the path of the role, and not along that of guard's own session
        database.execute(
                "CREATE SCHEMA app AUTHORIZATION " + role,
                "ALTER ROLE " + role + " SET search_path = app",
                "SET ROLE " + role + "; CREATE TYPE app.mood AS ENUM ('a')");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_role_that_may_have_one_is_told_so_and_another_roles_command_runs_after_a_cleaning() {
        limit("ROLE " + role, 1);
        Outcome outcome = cleaning(psql("postgres", NEW_TABLE));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .containsSubsequence(
                        "role " + role + " may have one session at a time, and that is the one with guard's lock",
                        "ALTER ROLE " + role + " CONNECTION LIMIT 5",
                        "--lock-url",
                        "lock taken in database",
                        "the lock is not proved: a second session could not be had: too many connections",
                        "few sessions are allowed here: " + OWN_SESSION,
                        "Successfully removed stale 'mood' type",
                        "lock released")
                .doesNotContain("if it could not connect");
        assertThat(types()).isEqualTo("public.mood");
    }

    @Test
    void a_role_that_may_have_one_cannot_run_its_own_command_and_the_last_line_says_why() {
        limit("ROLE " + role, 1);
        Outcome outcome = cleaning(psql(role, NEW_TABLE));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err())
                .containsSubsequence(
                        "role " + role + " may have one session at a time",
                        "too many connections for role \"" + role + "\"",
                        "if it could not connect: role " + role + " may have one session at a time");
    }

    @Test
    void a_role_that_may_have_two_cleans_and_has_its_command_run() {
        limit("ROLE " + role, 2);
        runsAlone(cleaning(psql(role, "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user")), "2");
        assertThat(types()).isEmpty();
    }

    @Test
    void a_database_that_may_have_one_lets_a_superusers_command_in() {
        limit("DATABASE " + database.name(), 1);
        try {
            Outcome outcome = cleaning(psql("postgres", NEW_TABLE));
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .contains("database " + database.name() + " may have one session at a time")
                    .contains("only a superuser's command can connect")
                    .contains("Successfully removed stale 'mood' type");
            Outcome refused =
                    CommandRun.on(database).with("PATH", System.getenv("PATH")).run(psql(role, "SELECT 1"));
            assertThat(refused.exitCode()).as("under a superuser's lock").isEqualTo(2);
            assertThat(refused.err())
                    .contains("lock proved by a second session")
                    .contains("if it could not connect: database " + database.name());
        } finally {
            limit("DATABASE " + database.name(), -1);
        }
    }

    @Test
    void a_database_that_may_have_two_has_its_command_run() {
        limit("DATABASE " + database.name(), 2);
        runsAlone(
                cleaning(psql(role, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()")), "2");
    }

    /** On a busy server a session that is closed counts for a while. */
    @Test
    void a_role_that_may_have_one_runs_its_command_under_the_lock_of_another_role() throws Exception {
        limit("ROLE " + role, 1);
        String locks = CommandRun.url(database, database.createRole());
        String[] command = psql(role, "SELECT count(*) FROM pg_stat_activity WHERE usename = current_user");
        CountDownLatch ending = new CountDownLatch(1);
        try (StandIn server =
                StandIn.before(database.server().port()).endingAfter(ending).open()) {
            CompletableFuture<Outcome> guard = CompletableFuture.supplyAsync(
                    () -> commandLine(server.port()).run(with(command, "--type", "mood", "--lock-url", locks)));
            Wait.until(
                    "the second session knocks, and the first is there",
                    () -> server.begun().size() > 1);
            ending.countDown();
            Outcome outcome = Wait.forResult("the guard", guard);
            runsAlone(outcome, "1");
            assertThat(outcome.err())
                    .contains("lock proved by a second session")
                    .contains("Successfully removed stale 'mood' type")
                    .doesNotContain("is not known")
                    .doesNotContain("could not be looked at");
        }
    }

    @Test
    void a_role_that_may_have_two_has_the_second_free_when_its_command_starts() throws Exception {
        limit("ROLE " + role, 2);
        CountDownLatch ending = new CountDownLatch(1);
        Streams streams = new Streams();
        try (StandIn server =
                StandIn.before(database.server().port()).endingAfter(ending).open()) {
            CompletableFuture<Outcome> guard = CompletableFuture.supplyAsync(
                    () -> commandLine(server.port()).start(streams, psql(role, "SELECT 2")));
            Wait.until(
                    "guard waits for the session of the proof to be gone",
                    () -> database.sessions("query LIKE '%:still_there %'") == 1);
            assertThat(streams.err())
                    .contains("lock proved by a second session")
                    .doesNotContain("starting sh");
            ending.countDown();
            runsAlone(Wait.forResult("the guard", guard), "2");
        }
    }

    @Test
    void where_others_have_taken_all_sessions_but_one_guard_needs_no_other() throws Exception {
        limit("ROLE " + role, 3);
        try (Connection one = database.connect(role);
                Connection two = database.connect(role)) {
            assertThat(two).isNotSameAs(one);
            Outcome outcome = cleaning(psql("postgres", NEW_TABLE));
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err())
                    .contains("no second session is to be had (FATAL: too many connections for role \"" + role
                            + "\" (53300)): " + OWN_SESSION)
                    .contains("Successfully removed stale 'mood' type");
        }
    }

    @Test
    void what_the_commands_error_names_is_set_aside_and_dropped_by_the_locks_session() {
        limit("ROLE " + role, 2);
        Outcome outcome = commandLine().run(psql(role, "CREATE TYPE mood AS ENUM ('b')"));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("app.mood is set aside until the command has run again");
        assertThat(types()).isEqualTo("app.mood");
        assertThat(database.queryText("SELECT enum_range(NULL::app.mood)")).isEqualTo("{b}");
    }

    private static void runsAlone(Outcome outcome, String sessions) {
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("sessions: " + sessions + "\n").doesNotContain("may have one session");
    }

    private void limit(String what, int sessions) {
        database.execute("ALTER " + what + " CONNECTION LIMIT " + sessions);
    }

    private Outcome cleaning(String... command) {
        return commandLine().run(with(command, "--type", "mood"));
    }

    private CommandRun commandLine() {
        return commandLine(database.server().port());
    }

    private CommandRun commandLine(int port) {
        return CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://" + role + "@localhost:" + port + "/" + database.name())
                .with("PATH", System.getenv("PATH"));
    }

    private static String[] with(String[] guard, String... options) {
        String[] all = new String[guard.length + options.length];
        all[0] = guard[0];
        System.arraycopy(options, 0, all, 1, options.length);
        System.arraycopy(guard, 1, all, 1 + options.length, guard.length - 1);
        return all;
    }

    /** Its result goes where guard's own words go. */
    private String[] psql(String user, String statement) {
        String address = "-hlocalhost -p" + database.server().port() + " -U" + user + " -d" + database.name();
        return new String[] {
            "guard",
            "--",
            "sh",
            "-c",
            "answer=$(psql -Xqbt -v ON_ERROR_STOP=1 " + address + " -c \"" + statement
                    + "\") || exit; echo sessions: $answer >&2"
        };
    }

    private String types() {
        return String.join(
                " ",
                database.queryTexts(
                        "SELECT n.nspname || '.' || t.typname FROM pg_type t JOIN pg_namespace n"
                                + " ON n.oid = t.typnamespace WHERE n.nspname IN ('app', 'public') AND t.typname NOT LIKE '\\_%' ORDER BY 1"));
    }
}
