package io.github.cleanstaletypes.internal.reset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code reset} takes, and what it says: as text, as JSON and by its exit status. */
class ResetCommandLineTest {

    private static ResetScene scene;

    @BeforeAll
    static void createDatabase() {
        scene = ResetScene.on(PostgresServer.of("18.6"));
    }

    @AfterAll
    static void dropDatabase() {
        scene.close();
    }

    @Test
    void a_name_that_is_not_the_databases_is_refused() {
        Outcome without = scene.commandLine().run("reset");
        Outcome wrong = scene.commandLine().run("reset", "--confirm", "hunter2");
        Outcome variable =
                scene.commandLine().with("CLEAN_STALE_TYPES_CONFIRM", "hunter2").run("reset");

        assertThat(List.of(without, wrong, variable)).allSatisfy(outcome -> {
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.everything()).doesNotContain("hunter2");
            assertThat(outcome.errorLines())
                    .singleElement()
                    .asString()
                    .contains(
                            scene.role() + "@localhost:" + scene.port() + "/" + scene.name() + " (from DATABASE_URL)");
        });
        assertThat(without.err()).contains("reset needs --confirm DATABASE");
        assertThat(wrong.err()).contains("--confirm: the value is not the name of the database");
        assertThat(variable.err()).contains("CLEAN_STALE_TYPES_CONFIRM: the value is not");
        assertThat(scene.names()).containsExactly(scene.name());
    }

    @Test
    void options_that_contradict_each_other_are_refused() {
        assertThat(scene.reset("--undo", "--drop-old").err()).contains("--undo and --drop-old contradict each other");
        assertThat(scene.reset("--undo", "--", "true").exitCode()).isEqualTo(125);
        assertThat(scene.reset("--undo", "--", "true").err()).contains("not with --undo or --drop-old");
        assertThat(scene.reset("--format", "json", "--", "true").err()).contains("--format json: stdout is CMD's");
        assertThat(scene.reset("--no-such", "--", "true").exitCode()).isEqualTo(125);
        assertThat(scene.reset("--no-such").exitCode()).isEqualTo(2);
    }

    @Test
    void a_dry_run_says_all_and_does_nothing() {
        long oid = scene.oid();
        Outcome outcome = scene.reset("--dry-run");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.lines())
                .first()
                .asString()
                .matches("Would make a new database from template0, which takes \\d+\\.\\d MB");
        assertThat(outcome.lines().subList(1, 4))
                .containsExactly(
                        "Would rename \"NAME\" to \"NAME_old_OID\", and the new one to \"NAME\", in one transaction"
                                .replace("NAME", scene.name())
                                .replace("OID", Long.toString(oid)),
                        outcome.lines().get(2),
                        "Nothing was changed.");
        assertThat(outcome.lines().get(2)).startsWith("Would carry over: owner " + scene.role() + "; encoding UTF8;");
        assertThat(scene.names()).containsExactly(scene.name());
    }

    @Test
    void each_step_is_told_and_how_to_go_on() {
        String old = scene.name() + "_old_" + scene.oid();
        try {
            assertThat(scene.reset().lines())
                    .contains(
                            "✅ Database \"" + scene.name() + "\" is new and empty. The former one stays as \"" + old
                                    + "\".",
                            "Applications that reconnect meet the empty database from now on, before anything has migrated it.",
                            "To take it back: reset --undo --confirm " + scene.name(),
                            "To drop the former one: reset --drop-old --confirm " + scene.name());
            assertThat(scene.reset("--quiet").everything()).isEmpty();
            assertThat(scene.reset().lines())
                    .first()
                    .isEqualTo("✅ Database \"" + scene.name()
                            + "\" is new already: nothing has been created in it since \"" + old + "\" was set aside.");
            assertThat(scene.reset("--undo").lines())
                    .last()
                    .asString()
                    .startsWith("✅ Database \"" + scene.name() + "\" is the former one again. The other one stays as ");
            assertThat(scene.reset("--undo").lines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "✅ Database \"" + scene.name() + "\" is the former one already. The other one stays as ");
            assertThat(scene.namesWithRows()).containsExactly(scene.name());
            assertThat(scene.reset("--drop-old").lines())
                    .last()
                    .asString()
                    .matches("✅ Dropped 1 database, \\d+\\.\\d MB");
            assertThat(scene.reset("--drop-old").out()).isEqualTo("No database of this name is set aside.\n");
        } finally {
            scene.restore();
        }
    }

    @Test
    void json_tells_what_was_done_and_what_was_refused() {
        long oid = scene.oid();
        try {
            Outcome made = scene.reset("--format", "json");
            assertThat(made.err()).isEmpty();
            assertThat(made.json().reset("state")).isEqualTo("new");
            assertThat(made.json().reset("old")).isEqualTo(scene.name() + "_old_" + oid);
            assertThat(made.json().reset("old_oid")).isEqualTo(oid);
            assertThat(made.json().reset("oid")).isEqualTo(scene.oid());

            Outcome dropped = scene.reset("--undo", "--format", "json");
            assertThat(dropped.json().reset("state")).isEqualTo("taken_back");

            scene.outside("ALTER ROLE " + scene.role() + " NOCREATEDB");
            Outcome refused = scene.reset("--format", "json");
            assertThat(refused.json().error()).isEqualTo("refused, and nothing was done");
            assertThat(refused.json().reset("state")).isEqualTo("refused");
            assertThat(String.valueOf(refused.json().reset("reasons"))).contains("lacks CREATEDB");
        } finally {
            scene.outside("ALTER ROLE " + scene.role() + " CREATEDB");
            scene.restore();
        }
    }

    @Test
    void what_an_interrupted_dropping_has_left_can_only_be_dropped() {
        ResetScene own = ResetScene.on(PostgresServer.of("18.6"));
        try (own) {
            String old = own.name() + "_old_" + own.oid();
            assertThat(own.reset().exitCode()).isZero();
            own.outside("UPDATE pg_database SET datconnlimit = -2 WHERE datname = '" + old + "'");

            assertThat(own.reset("--undo").err()).contains("an interrupted DROP DATABASE has left \"" + old + "\"");
            assertThat(own.reset("--drop-old").exitCode()).isZero();
            assertThat(own.names()).containsExactly(own.name());
        }
    }

    @Test
    void what_cannot_be_reached_is_told_as_by_other_commands() {
        Outcome outcome = CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://app@localhost:1/app")
                .run("reset", "--confirm", "app", "--wait", "0");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out()).startsWith("⚠️  Warning: Could not connect to database: connection refused\n");
    }

    @Test
    void a_name_of_anybodys_is_quoted_and_cut() {
        String name = "My \"app\" 'ä' " + "ö".repeat(24);
        scene.outside(
                "CREATE DATABASE \"" + name.replace("\"", "\"\"") + "\" OWNER " + scene.role() + " TEMPLATE template0");
        CommandRun commandLine = CommandRun.withoutDatabase()
                .with("PGHOST", "localhost")
                .with("PGPORT", Integer.toString(scene.port()))
                .with("PGUSER", scene.role())
                .with("PGDATABASE", name);
        try {
            Outcome made = commandLine.run("reset", "--confirm", name);
            assertThat(made.exitCode()).as(made.everything()).isZero();
            assertThat(made.out()).contains("--confirm 'My \"app\" '\\''ä'\\'' ö");
            assertThat(commandLine.run("reset", "--confirm", name, "--undo").exitCode())
                    .isZero();
            assertThat(commandLine.run("reset", "--confirm", name, "--drop-old").exitCode())
                    .isZero();
            assertThat(scene.outsideTexts("SELECT datname FROM pg_database WHERE starts_with(datname, 'My')"))
                    .containsExactly(name);
        } finally {
            scene.outside("DROP DATABASE \"" + name.replace("\"", "\"\"") + "\"");
        }
    }
}
