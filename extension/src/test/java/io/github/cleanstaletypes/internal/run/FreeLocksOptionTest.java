package io.github.cleanstaletypes.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --free-locks} prints, and what it keeps. */
class FreeLocksOptionTest {

    @EachServer(sample = 1)
    void tells_what_is_freed_after_its_undo_was_written(PostgresServer server, @TempDir Path directory)
            throws IOException {
        Path undo = directory.resolve("undo.sql");
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)");
            Outcome without = CommandRun.on(database).run("clean");
            assertThat(without.exitCode()).isZero();
            assertThat(without.out()).contains("Note: UNFINISHED_MIGRATION public.knex_migrations_lock (table, oid ");
            assertThat(CommandRun.on(database).run("check", "--strict").exitCode())
                    .isEqualTo(1);
            database.awaitNobodyConnected();

            Outcome freed = CommandRun.on(database)
                    .with("CLEAN_STALE_TYPES_FREE_LOCKS", "true")
                    .run("clean", "--undo-file", undo.toString());

            assertThat(freed.exitCode()).isZero();
            assertThat(freed.err()).contains("Watching for 10 s whether anybody else connects...");
            assertThat(freed.lines())
                    .contains("Freeing the lock in knex_migrations_lock...")
                    .contains("✅ Freed the lock in knex_migrations_lock");
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("0");
            assertThat(Files.readString(undo))
                    .contains(", before freeing the lock in oid ")
                    .contains(
                            "UPDATE ONLY public.knex_migrations_lock SET is_locked = '1' WHERE index = '1';\nCOMMIT;\n-- freed\n");
        }
    }
}
