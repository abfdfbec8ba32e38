package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of an invalid index, and its exit status. */
class IndexOnCommandLineTest {

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void a_note_is_a_line_and_what_is_claimed_is_removed_with_its_undo_on_disk(PostgresServer server)
            throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE t (id int)",
                    "CREATE INDEX i ON t (id)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
            CommandRun command = CommandRun.on(database);
            for (String any : new String[] {"check", "clean"}) {
                CommandRun.Outcome noted = command.run(any);
                assertThat(noted.exitCode()).as(noted.everything()).isZero();
                assertThat(noted.lines())
                        .filteredOn(line -> line.contains("INVALID_INDEX"))
                        .singleElement()
                        .asString()
                        .startsWith("Note: INVALID_INDEX public.i (index, oid ")
                        .contains("is invalid: a CREATE INDEX CONCURRENTLY of it failed");
            }
            CommandRun.Outcome strict = command.run("check", "--strict");
            assertThat(strict.exitCode()).isEqualTo(1);
            assertThat(strict.out())
                    .contains("   definition: CREATE INDEX i ON public.t USING btree (id)")
                    .contains(
                            "What to do: Remove it: clean --type 'public.i' (by hand: DROP INDEX CONCURRENTLY public.i;)");

            Path undo = directory.resolve("undo.sql");
            CommandRun.Outcome cleaned = command.run("clean", "--type", "i", "--undo-file", undo.toString());
            assertThat(cleaned.exitCode()).as(cleaned.everything()).isZero();
            assertThat(cleaned.lines())
                    .containsSubsequence(
                            "Found the invalid index 'i', which no query uses. Dropping it...",
                            "✅ Successfully removed the invalid index 'i'",
                            "✅ Database cleanup completed successfully");
            assertThat(Files.readString(undo))
                    .contains("\nCREATE INDEX i ON public.t USING btree (id);\nCOMMIT;\n-- dropped\n");
            assertThat(database.queryText("SELECT to_regclass('i')")).isNull();
            CommandRun.Outcome again = command.run("clean", "--type", "i");
            assertThat(again.exitCode()).as(again.everything()).isZero();
        }
    }

    /** Whoever marks the migration as applied instead has no index. */
    @EachServer(sample = 1)
    void explain_names_it_as_what_the_error_met_and_says_to_drop_it(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE tags (id bigserial PRIMARY KEY, word text)",
                    "INSERT INTO tags (word) VALUES ('Blue'), ('blue'), ('red')");
            String create = "CREATE UNIQUE INDEX CONCURRENTLY tags_word ON tags (lower(word))";
            Fault.fails(database, create);
            Path log = directory.resolve("migrate.log");
            Files.writeString(
                    log,
                    "-- execute(\"" + create
                            + "\")\nPG::DuplicateTable: ERROR:  relation \"tags_word\" already exists\n: " + create
                            + "\n");
            CommandRun.Outcome explained = CommandRun.on(database).run("explain", log.toString());
            assertThat(explained.exitCode()).as(explained.everything()).isZero();
            assertThat(explained.out())
                    .startsWith("INVALID_INDEX tags_word (SQLSTATE 42P07)")
                    .contains(
                            "What to do: First see that no rows are there twice: SELECT lower(word), pg_catalog.count(*) FROM public.tags",
                            "DROP INDEX CONCURRENTLY public.tags_word;), and run the migration again")
                    .doesNotContain("as applied");
        }
    }

    @EachServer(sample = 1)
    void json_has_the_finding_with_its_evidence(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE t (id int)",
                    "CREATE UNIQUE INDEX i ON t (id)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
            String json = CommandRun.on(database)
                    .run("clean", "--type", "i", "--format", "json")
                    .out();
            assertThat(json)
                    .contains(
                            "\"code\":\"INVALID_INDEX\"",
                            "\"kind\":\"index\"",
                            "\"claimed_by\":\"hand\"",
                            "\"raises\":\"42P07\"",
                            "\"outcome\":\"dropped\"",
                            "\"unique\":true,\"ready\":true,\"live\":true",
                            "CREATE UNIQUE INDEX i ON public.t USING btree (id);");
        }
    }
}
