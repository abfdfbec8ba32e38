package io.github.cleanstaletypes.internal.cli.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Psql;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --undo-file}: no type goes before the statements that bring it back are on disk. */
class UndoFileTest {

    private TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeEach
    void createUnusedTypes() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE first AS ENUM ('a')", "CREATE DOMAIN second AS int CHECK (VALUE > 0)");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void brings_back_all_that_was_removed_and_is_added_to_by_the_next_run() throws IOException {
        Path file = directory.resolve("undo.sql");
        String[] arguments = {"--type", "first,second", "--undo-file", file.toString()};

        assertThat(CommandRun.on(database).run(arguments).exitCode()).isZero();
        String undo = Files.readString(file);
        assertThat(undo)
                .startsWith(UndoScript.HEAD)
                .containsSubsequence(
                        "\nCREATE TYPE public.first",
                        "\nCREATE DOMAIN public.second",
                        "\n-- dropped oid ",
                        "\n-- dropped oid ");

        database.execute(Psql.statements(file));
        assertThat(unused()).isEqualTo(2);
        assertThat(CommandRun.on(database).run(arguments).exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith(undo).hasSize(2 * undo.length() - UndoScript.HEAD.length());
    }

    @Test
    void is_written_before_the_removal() throws IOException {
        Path file = directory.resolve("undo.sql");
        database.execute(
                "CREATE FUNCTION forbid() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no'; END $$",
                "CREATE EVENT TRIGGER forbid ON sql_drop EXECUTE FUNCTION forbid()");

        Outcome outcome = CommandRun.on(database).run("--type", "first", "--undo-file", file.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("an event trigger raised an error: ERROR: no")
                .doesNotContain("✅");
        assertThat(Files.readString(file)).containsSubsequence("\nCREATE TYPE public.first", "\n-- refused\n");
        assertThat(unused()).isEqualTo(2);
    }

    @EachServer("14.22")
    void says_that_a_type_is_only_renamed(PostgresServer server) throws Exception {
        Path file = directory.resolve("undo.sql");
        try (TestDatabase old = server.createDatabase();
                AutoCloseable other = old.connect()) {
            old.execute("CREATE TYPE first AS ENUM ('a')");

            assertThat(CommandRun.on(old)
                            .run("--type", "first", "--undo-file", file.toString())
                            .exitCode())
                    .isZero();

            assertThat(Files.readString(file)).endsWith("\n-- quarantined (only renamed: restore takes it back)\n\n");
            assertThat(other).isNotNull();
        }
    }

    @Test
    void that_cannot_be_opened_is_wrong_usage_and_nothing_is_removed() {
        Map<Path, String> problems = Map.of(
                directory, "it is a directory", directory.resolve("missing/undo.sql"), "no such file or directory");

        problems.forEach((file, reason) -> {
            Outcome outcome = CommandRun.on(database).run("--type", "first", "--undo-file", file.toString());

            assertThat(outcome.err())
                    .isEqualTo("clean-stale-types: --undo-file: '" + file + "' cannot be written: " + reason + "\n");
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(unused()).isEqualTo(2);
        });
    }

    @Test
    void on_a_full_disk_ends_the_run_before_anything_is_removed() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");

        Outcome outcome = CommandRun.on(database).run("--type", "first,second", "--undo-file", "/dev/full");

        assertThat(outcome.err())
                .startsWith("clean-stale-types: --undo-file: '/dev/full' cannot be written: ")
                .endsWith("; no more types were removed\n")
                .hasLineCount(1);
        assertThat(outcome.out()).doesNotContain("✅");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(unused()).isEqualTo(2);
    }

    @Test
    void on_a_full_disk_is_told_as_json_too() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");

        Outcome outcome = CommandRun.on(database)
                .with("CLEAN_STALE_TYPES_UNDO_FILE", "/dev/full")
                .run("--type", "first,second", "--format", "json");

        assertThat(outcome.json().error()).startsWith("CLEAN_STALE_TYPES_UNDO_FILE: '/dev/full' cannot be written: ");
        assertThat(outcome.json().findings()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(3);
    }

    @Test
    void is_not_touched_by_what_removes_nothing() {
        Path file = directory.resolve("undo.sql");
        CommandRun commandLine = CommandRun.on(database).with("CLEAN_STALE_TYPES_UNDO_FILE", file.toString());

        commandLine.run("check", "--type", "first");
        commandLine.run("clean", "--type", "first", "--dry-run");
        commandLine.run("wait");
        commandLine.run("restore");

        assertThat(file).doesNotExist();
    }

    private long unused() {
        return Long.parseLong(String.valueOf(
                database.queryText("SELECT count(*) FROM pg_type WHERE typname IN ('first', 'second')")));
    }
}
