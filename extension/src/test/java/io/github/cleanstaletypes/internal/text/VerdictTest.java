package io.github.cleanstaletypes.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.JsonContract;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Database is clean" is said only if names were claimed, each was judged, and nothing is in the making. */
class VerdictTest {

    private static final String CLEAN = "✅ No stale types found. Database is clean.";

    private TestDatabase database;
    private CommandRun commandLine;

    @BeforeEach
    void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
        commandLine = CommandRun.on(database);
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void not_where_no_name_is_claimed_and_there_are_standalone_types() {
        assertThat(commandLine.run("check").lines()).contains(CLEAN);
        database.execute(
                "CREATE EXTENSION seg",
                "CREATE DOMAIN code AS text",
                "CREATE SCHEMA app",
                "CREATE TYPE app.mood AS ENUM ()",
                "CREATE TYPE \"Span\" AS RANGE (subtype = int4)");
        for (String command : new String[] {"check", "clean"}) {
            Outcome outcome = commandLine.run(command);
            assertThat(outcome.lines())
                    .contains("No name is claimed, so 3 standalone types were not judged: \"Span\", code, app.mood")
                    .doesNotContain(CLEAN);
            assertThat(outcome.exitCode()).isZero();
            assertThat(commandLine.run(command, "-q").everything()).isEmpty();
        }
        JsonContract json = commandLine.run("check", "--format", "json").json();
        assertThat(json.summary()).containsEntry("unjudged", 3L);
        assertThat(json.value("look")).isEqualTo("full");
        assertThat(commandLine
                        .run("check", "--type", "code", "--format", "json")
                        .json()
                        .summary())
                .containsEntry("unjudged", 2L);
        database.execute("DO $$ BEGIN FOR i IN 10..18 LOOP EXECUTE 'CREATE TYPE a' || i || ' AS ()'; END LOOP; END $$");
        assertThat(commandLine.run("check").out())
                .contains("so 12 standalone types were not judged: \"Span\", a10, a11, ", "a17, a18, …\n");
    }

    @Test
    void not_where_a_claimed_name_leads_nowhere_which_fails_if_strict() {
        database.execute("CREATE SCHEMA app");
        database.execute("ALTER DATABASE " + database.name() + " SET search_path = gone");
        assertNotJudged(
                "app.mood,nowhere.mood,nowhere.color",
                "the claimed names nowhere.mood, nowhere.color, since this database has no schema nowhere");
        assertNotJudged(
                "pg_catalog.mood",
                "the claimed name pg_catalog.mood, since pg_catalog is a schema of the server's own");
        assertNotJudged("mood", "the claimed name mood, since no schema of this role's search path is there");
        assertNotJudged(
                "app.mood",
                "the claimed name app.mood, since other schemas only are looked into",
                "--schema",
                "public");
        assertNotJudged(
                "mood",
                "the claimed name mood, since none of the schemas to look into is there",
                "--schema",
                "tenant_*");
        assertThat(commandLine.run("check", "--type", "mood", "--schema", "a*").lines())
                .contains(CLEAN);
        assertThat(commandLine.run("check", "--type", "app.mood", "--strict").lines())
                .contains(CLEAN);
    }

    private void assertNotJudged(String names, String why, String... more) {
        String[] arguments = new String[more.length + 2];
        System.arraycopy(more, 0, arguments, 2, more.length);
        arguments[0] = "--type";
        arguments[1] = names;
        Outcome outcome = commandLine.run(arguments);
        assertThat(outcome.lines()).contains("Note: not judged: " + why + ".").doesNotContain(CLEAN);
        assertThat(outcome.exitCode()).isZero();
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_QUIET", "true")
                        .run(arguments)
                        .lines())
                .containsExactly("Note: not judged: " + why + ".");
        CommandRun strictly = commandLine.with("CLEAN_STALE_TYPES_STRICT", "true");
        Outcome strict = strictly.run(arguments);
        assertThat(strict.lines()).contains("⚠️  Not judged: " + why + ".").noneMatch(line -> line.startsWith("✅"));
        assertThat(strict.exitCode()).isEqualTo(1);
        JsonContract json =
                strictly.with("CLEAN_STALE_TYPES_FORMAT", "json").run(arguments).json();
        assertThat(json.value("unjudged_names")).asString().contains(why);
    }

    @Test
    void not_while_something_is_being_created_which_fails_if_strict() throws SQLException {
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN; CREATE TABLE accounts_user ()");
            for (String[] arguments : new String[][] {{"check"}, {"clean", "--creators-wait", "100ms"}}) {
                CommandRun run = commandLine.with("STALE_TYPES", "accounts_user");
                Outcome outcome = run.run(arguments);
                assertThat(outcome.out()).contains("Note: UNCOMMITTED_CREATION").doesNotContain("No stale types found");
                assertThat(outcome.exitCode()).isZero();
                Outcome strict = run.with("CLEAN_STALE_TYPES_STRICT", "true").run(arguments);
                assertThat(strict.out()).contains("⚠️  UNCOMMITTED_CREATION", "⚠️  1 finding remains.");
                assertThat(strict.exitCode()).isEqualTo(1);
            }
        }
    }

    @Test
    void not_where_a_note_says_that_something_else_is_not_well() {
        database.execute("CREATE TABLE t (id int)", "CREATE INDEX broken ON t (id)");
        database.execute("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken'::regclass");
        Outcome outcome = commandLine.run("check", "--type", "accounts_user");
        assertThat(outcome.out())
                .contains(
                        "Note: INVALID_INDEX public.broken",
                        "\nNo stale types found. What else is not well is noted above.\n")
                .doesNotContain("Database is clean");
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void not_where_a_name_that_was_tried_is_not_to_be_had_which_fails() throws SQLException {
        database.execute("CREATE TABLE accounts_user ()", "CREATE TYPE mood AS ENUM ()", "CREATE DOMAIN moods AS mood");
        for (String name : new String[] {"accounts_user", "mood"}) {
            CommandRun run = commandLine.with("STALE_TYPES", name);
            assertThat(run.run().lines()).contains(CLEAN);
            Outcome tried = run.run("--probe", "-q");
            assertThat(tried.out())
                    .startsWith("Probed public." + name + ": taken")
                    .doesNotContain("✅");
            assertThat(tried.exitCode()).isEqualTo(1);
            tried = run.run("--probe", "--format", "json");
            assertThat(tried.exitCode()).isEqualTo(1);
            assertThat(tried.json().value("probes")).asString().contains("outcome=taken");
        }
        assertThat(commandLine.run("--type", "free", "--probe").lines()).contains(CLEAN);
        try (Connection other = database.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN; CREATE TABLE held ()");
            Outcome held = commandLine.run("--type", "held", "--probe", "-q", "--creators-wait", "0");
            assertThat(held.out())
                    .startsWith("Probed public.held: held, by pid ")
                    .contains("⚠️  UNCOMMITTED_CREATION");
            assertThat(held.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void not_of_a_name_that_a_dry_run_was_to_try_and_did_not() {
        database.execute("CREATE TABLE accounts_user ()");
        CommandRun run = commandLine.with("CLEAN_STALE_TYPES_PROBE", "true");
        Outcome free = run.run("--type", "free", "--dry-run");
        assertThat(free.lines())
                .contains("Probed public.free: not probed, a dry run tries nothing")
                .doesNotContain(CLEAN);
        assertThat(free.exitCode()).isZero();
        assertThat(run.run("--type", "free", "--dry-run", "-q").out()).startsWith("Probed public.free: not probed");
        assertThat(run.run("--type", "free", "--dry-run", "--format", "json")
                        .json()
                        .value("probes"))
                .asString()
                .contains("outcome=not_probed");
        Outcome taken = run.run("--type", "accounts_user", "--dry-run");
        assertThat(taken.out())
                .contains("⚠️  LEFTOVER_RELATION public.accounts_user")
                .doesNotContain("is clean");
        assertThat(taken.exitCode())
                .as("as without the dry run")
                .isEqualTo(run.run("--type", "accounts_user").exitCode())
                .isEqualTo(1);
        Outcome check = commandLine.run("check", "--type", "accounts_user", "--probe");
        assertThat(check.err()).contains("option --probe belongs to clean and guard, not to check");
        assertThat(check.exitCode()).isEqualTo(2);
    }

    @Test
    void with_several_databases_only_for_names_that_none_of_them_has_a_schema_for() {
        try (TestDatabase other = database.server().createDatabase()) {
            other.execute("CREATE SCHEMA only_here");
            Outcome outcome = commandLine.run("check", "--all-databases", "--type", "only_here.mood,nowhere.mood");
            assertThat(outcome.out())
                    .doesNotContain("only_here")
                    .containsOnlyOnce("Note: not judged: the claimed name nowhere.mood");
        }
    }

    @Test
    void a_name_that_is_not_to_be_had_needs_attention_also_where_no_finding_says_why() {
        for (Probe.Outcome outcome : Probe.Outcome.values()) {
            CleanupReport report = new CleanupReport(
                    "app", "18.6", List.of(), List.of(new Probe("public", "t", "public.t", outcome, "")), List.of());
            boolean free = outcome == Probe.Outcome.FREE;
            assertThat(report.isClean()).as("%s", outcome).isEqualTo(free || outcome == Probe.Outcome.NOT_PROBED);
            assertThat(Verdict.lines(List.of(report)).contains(CLEAN))
                    .as("%s", outcome)
                    .isEqualTo(free);
        }
    }
}
