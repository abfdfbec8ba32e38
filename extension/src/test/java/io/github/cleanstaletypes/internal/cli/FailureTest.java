package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeps a run from finishing: one clear message, exit 3, and nothing half done. */
class FailureTest {

    private TestDatabase database;
    private CommandRun commandLine;

    @BeforeEach
    void createUnusedType() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE stale AS ENUM ('a')");
        commandLine = CommandRun.on(database).with("STALE_TYPES", "stale");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void a_role_that_does_not_exist_is_not_waited_for() {
        Outcome outcome = commandLine.run("--database-url", CommandRun.url(database, "nobody"));

        assertThat(outcome.err())
                .startsWith("clean-stale-types: Could not connect to nobody@localhost:")
                .contains("role \"nobody\" does not exist")
                .hasLineCount(1);
        assertThat(outcome.out()).doesNotContain("Database may not be ready yet");
        assertCouldNotFinish(outcome);
    }

    @Test
    void a_database_that_does_not_exist_is_not_waited_for() {
        Outcome outcome = commandLine.run(
                "--database-url",
                "postgresql://postgres@localhost:" + database.server().port() + "/nowhere");

        assertThat(outcome.err())
                .contains("/nowhere (from --database-url): the database does not exist")
                .hasLineCount(1);
        assertThat(outcome.out()).doesNotContain("Database may not be ready yet");
        assertCouldNotFinish(outcome);
    }

    @Test
    void what_listens_but_is_no_postgresql_is_not_waited_for() throws Exception {
        try (HttpEndpoint http = new HttpEndpoint()) {
            Outcome outcome = commandLine.run(
                    "--database-url", "postgresql://app@localhost:" + http.port() + "/app?sslmode=disable");

            assertThat(outcome.err())
                    .contains("what listens there is no PostgreSQL server")
                    .hasLineCount(1);
            assertCouldNotFinish(outcome);
        }
    }

    @Test
    void an_unreachable_database_is_waited_for_and_told_once() {
        Outcome outcome =
                CommandRun.withoutDatabase().run("--database-url", "postgresql://app@localhost:1/app", "--wait", "2s");

        assertThat(outcome.lines())
                .containsExactly(
                        "Cleaning up stale database types...",
                        "⚠️  Warning: Could not connect to database: connection refused",
                        "Database may not be ready yet. This is normal during startup.");
        assertThat(outcome.errorLines())
                .containsExactly(
                        "Waiting up to 2 s for the database...",
                        "clean-stale-types: Could not connect to app@localhost:1/app (from --database-url): connection refused");
        assertThat(outcome.exitCode()).isEqualTo(3);

        Outcome quiet = CommandRun.withoutDatabase()
                .run("-q", "wait", "--database-url", "postgresql://app@localhost:1/app", "--wait", "300ms");
        assertThat(quiet.lines()).hasSize(2).first().asString().startsWith("⚠️  Warning: Could not connect");
        assertThat(quiet.errorLines()).hasSize(1);
        assertThat(quiet.exitCode()).isEqualTo(3);
    }

    @Test
    void a_role_that_may_not_drop_the_type_is_told_who_may() {
        String role = database.createRole();
        CommandRun plain = commandLine.with("DATABASE_URL", CommandRun.url(database, role));

        Outcome outcome = plain.run();

        assertThat(outcome.out())
                .contains(
                        "⚠️  UNUSED_TYPE public.stale",
                        "only its owner \"postgres\" or the owner of its schema may",
                        "⚠️  1 finding remains.");
        assertThat(outcome.err())
                .isEqualTo("clean-stale-types: this role may not make all of the changes; each finding says which\n");
        assertCouldNotFinish(outcome);
        assertThat(plain.run("check").exitCode()).isEqualTo(1);
    }

    @Test
    void a_role_that_may_drop_one_type_of_two_drops_that() {
        String role = database.createRole();
        database.execute(
                "GRANT ALL ON SCHEMA public TO " + role,
                "CREATE TYPE own AS ENUM ('a')",
                "ALTER TYPE own OWNER TO " + role);

        Outcome outcome = commandLine
                .with("DATABASE_URL", CommandRun.url(database, role))
                .run("--type", "own,stale", "--format", "json");

        assertThat(outcome.json().finding("own")).containsEntry("outcome", "dropped");
        assertThat(outcome.json().finding("stale")).containsEntry("outcome", "refused");
        assertThat(outcome.json().summary())
                .isEqualTo(Map.of("found", 2L, "cleaned", 1L, "remaining", 1L, "unjudged", 0L));
        assertCouldNotFinish(outcome);
    }

    @Test
    void a_statement_timeout_of_the_role_ends_the_run() throws SQLException {
        String role = database.createRole();
        database.execute("ALTER ROLE " + role + " SET statement_timeout = '1s'");
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE pg_catalog.pg_enum IN ACCESS EXCLUSIVE MODE");
            // a new session reads pg_enum in no case before it may look
            Outcome outcome = commandLine
                    .with("DATABASE_URL", CommandRun.url(database, role))
                    .run();

            assertThat(outcome.err()).contains("(57014)").hasLineCount(1);
            assertThat(outcome.out()).doesNotContain("✅");
            assertThat(outcome.exitCode()).isEqualTo(3);
        }
        assertStillThere();
    }

    @Test
    void a_lock_on_the_type_leaves_it_and_says_so() throws SQLException {
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("ALTER TYPE stale ADD VALUE 'b'");

            Outcome outcome = commandLine.run("--creators-wait", "200ms");

            assertThat(outcome.out()).contains("another session was using or changing it", "55P03", "Run it again.");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.err()).isEmpty();
        }
        assertStillThere();
    }

    @Test
    void another_cleaner_that_is_at_work_for_too_long() throws SQLException {
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");

            for (CommandRun limited :
                    new CommandRun[] {commandLine, commandLine.with("CLEAN_STALE_TYPES_FORMAT", "json")}) {
                Outcome outcome =
                        limited.with("CLEAN_STALE_TYPES_LOCK_WAIT", "200ms").run();
                assertThat(outcome.everything()).contains("another clean or guard has been at work on this database");
                assertThat(outcome.errorLines()).contains("Waiting up to 200 ms for another clean or guard here...");
                assertCouldNotFinish(outcome);
            }
            assertThat(commandLine
                            .with("CLEAN_STALE_TYPES_LOCK_WAIT", "0")
                            .run("check")
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void another_cleaner_that_ends_in_time_is_waited_for() throws Exception {
        Background cleaner;
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            cleaner = new Background(commandLine).awaitSaying("another clean or guard");
        }
        assertThat(cleaner.outcome().out()).contains("✅ Successfully removed stale 'stale' type");
        assertThat(cleaner.outcome().exitCode()).isZero();
    }

    @Test
    void a_creator_that_does_not_end_in_time_keeps_the_type() throws SQLException {
        try (Connection other = database.connect();
                Statement creator = other.createStatement()) {
            other.setAutoCommit(false);
            creator.execute("CREATE TABLE in_flight ()");

            Outcome outcome = commandLine.run("--creators-wait", "200ms");

            assertThat(outcome.err())
                    .contains(
                            "Another session is creating something in this database",
                            "query: CREATE TABLE in_flight ()")
                    .endsWith("Waiting up to 200 ms for it to end...\n");
            assertThat(outcome.out())
                    .contains(
                            "⚠️  UNCOMMITTED_CREATION",
                            "⚠️  UNUSED_TYPE public.stale",
                            "a transaction in this database is creating something")
                    .doesNotContain("✅");
            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(commandLine.run("--creators-wait", "0", "-q").err()).isEmpty();
        }
        assertStillThere();
    }

    @Test
    void a_creator_that_ends_in_time_is_waited_for() throws Exception {
        Background cleaner;
        try (Connection other = database.connect();
                Statement creator = other.createStatement()) {
            other.setAutoCommit(false);
            creator.execute("CREATE TABLE in_flight ()");
            cleaner = new Background(commandLine, "--creators-wait", "60s", "--format", "json")
                    .awaitSaying("Waiting up to 60 s");
            other.rollback();
        }
        JsonContract json = cleaner.outcome().json();
        assertThat(json.findings())
                .extracting(finding -> finding.get("outcome"))
                .containsExactly("waited", "dropped");
        assertThat(json.summary()).isEqualTo(Map.of("found", 1L, "cleaned", 1L, "remaining", 0L, "unjudged", 0L));
    }

    @Test
    void a_session_that_is_ended_while_it_waits_for_a_creator() throws Exception {
        try (Connection other = database.connect();
                Statement creator = other.createStatement()) {
            other.setAutoCommit(false);
            creator.execute("CREATE TABLE in_flight ()");
            Background cleaner =
                    new Background(commandLine, "--creators-wait", "60s").awaitSaying("Waiting up to 60 s");
            Sessions.endOurs(database);

            assertLost(cleaner.outcome());
        }
    }

    @Test
    void a_session_that_is_ended_while_it_waits_for_the_lock() throws Exception {
        try (Connection other = database.connect();
                Statement lock = other.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            Background cleaner = new Background(commandLine, "--lock-wait", "60s").awaitSaying("Waiting up to 60 s");
            Sessions.endOurs(database);

            assertLost(cleaner.outcome());
        }
    }

    @Test
    void a_session_that_is_ended_half_way_keeps_what_was_done_and_its_undo() {
        database.execute(
                "CREATE TYPE wrong_2 AS ENUM ('a')",
                "CREATE TYPE third AS ENUM ('a')",
                "CREATE FUNCTION cut() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " IF EXISTS (SELECT FROM pg_event_trigger_dropped_objects() WHERE object_identity LIKE '%\\_2')"
                        + " THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; END $$",
                "CREATE EVENT TRIGGER cut ON sql_drop EXECUTE FUNCTION cut()");

        Outcome outcome = commandLine.run("--type", "stale,wrong_2,third", "--format", "json");

        assertThat(outcome.json().finding()).containsEntry("name", "stale").containsEntry("outcome", "dropped");
        assertThat(outcome.json().finding().get("undo")).asString().contains("\nCREATE TYPE public.stale");
        assertThat(outcome.json().summary())
                .isEqualTo(Map.of("found", 1L, "cleaned", 1L, "remaining", 0L, "unjudged", 0L));
        assertThat(outcome.json().text("server_version")).isEqualTo("18.6");
        assertThat(outcome.json().value("look"))
                .as("nobody can say how far it would have looked")
                .isNull();
        assertThat(outcome.json().error())
                .startsWith("the connection was lost: ")
                .endsWith("(57P01)");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(database.queryTexts(
                        "SELECT typname FROM pg_type WHERE typname IN ('stale', 'wrong_2', 'third') ORDER BY 1"))
                .containsExactly("third", "wrong_2");
    }

    private void assertLost(Outcome outcome) {
        assertThat(outcome.errorLines())
                .last()
                .asString()
                .startsWith("clean-stale-types: the connection was lost: ")
                .endsWith("(57P01)");
        assertCouldNotFinish(outcome);
    }

    private void assertCouldNotFinish(Outcome outcome) {
        assertThat(outcome.out()).doesNotContain("✅");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertStillThere();
    }

    private void assertStillThere() {
        assertThat(database.queryText("SELECT 'stale'::regtype")).isEqualTo("stale");
    }
}
