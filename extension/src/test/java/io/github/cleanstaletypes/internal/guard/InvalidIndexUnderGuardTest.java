package io.github.cleanstaletypes.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.GuardHere.Starter;
import io.github.cleanstaletypes.internal.guard.GuardProcess.Ended;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.io.TempDir;

/** A guard says what its command has left invalid, and takes out of the way what is invalid and in its command's way. */
class InvalidIndexUnderGuardTest {

    private static final String RUN = "echo attempt; psql -Xq -v ON_ERROR_STOP=1 -v VERBOSITY=verbose -f migration.sql";
    private static final String BUILD = "CREATE UNIQUE INDEX CONCURRENTLY i ON public.t (id);";

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void what_a_command_leaves_invalid_is_told_and_the_next_one_finds_it_out_of_the_way(PostgresServer server)
            throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (1)");
            // also where the command does not mind
            Ended careless = migrated(database, "\\set ON_ERROR_STOP 0\n" + BUILD);
            assertThat(careless.status()).as(careless.err()).isZero();
            assertThat(careless.err())
                    .contains(
                            "guard: the command has left an index invalid, which no query uses: public.i on public.t. First see that"
                                    + " no rows are there twice: SELECT id, pg_catalog.count(*) FROM public.t WHERE id IS NOT NULL GROUP"
                                    + " BY 1 HAVING pg_catalog.count(*) > 1; Then remove it: clean --type 'public.i'");

            // what was invalid before is not its doing
            Ended other = migrated(database, "SELECT 1;");
            assertThat(other.err()).doesNotContain("left an index invalid");

            // it is in the way, goes, and is there again, since the rows are still there twice
            Ended again = migrated(database, BUILD);
            assertThat(again.status()).isNotZero();
            assertThat(again.out()).isEqualTo("attempt\nattempt\n");
            assertThat(again.err())
                    .containsSubsequence(
                            "relation \"i\" already exists",
                            "INVALID_INDEX (42P07): no query uses the index that its error names (public.i), dropping it and trying again",
                            "the invalid index public.i is dropped",
                            "CREATE UNIQUE INDEX i ON public.t USING btree (id)",
                            "what the command had committed before it failed stays",
                            "could not create unique index",
                            "the command has left an index invalid");

            database.execute("DELETE FROM t");
            Ended healed = Starter.in(directory, database)
                    .run("--undo-file", file("undo.sql"), "--report-file", file("report.json"), "--", "sh", "-c", RUN);
            assertThat(healed.status()).as(healed.err()).isZero();
            assertThat(healed.err()).doesNotContain("left an index invalid");
            assertThat(Files.readString(directory.resolve("undo.sql")))
                    .contains("CREATE UNIQUE INDEX i ON public.t USING btree (id);\nCOMMIT;\n-- dropped");
            assertThat(Files.readString(directory.resolve("report.json")))
                    .contains("\"code\":\"INVALID_INDEX\"", "\"outcome\":\"dropped\"");
            assertThat(database.queryText("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                    .isEqualTo("t");
        }
    }

    /** A build that is still under way when its client is gone is told as that. */
    @EachServer(sample = 1)
    void a_command_that_is_killed_leaves_what_its_server_is_at(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection writer = database.connect()) {
            database.execute("CREATE TABLE t (id int)");
            hold(writer);
            Files.writeString(directory.resolve("migration.sql"), BUILD);
            try (GuardHere guard = Starter.in(directory, database)
                    .with("PGOPTIONS", "-c client_connection_check_interval=0")
                    .guard("--", "sh", "-c", "psql -Xq -f migration.sql & echo $! > pid; wait $!")) {
                Wait.until(
                        "the build waits",
                        () -> "1".equals(database.queryText("SELECT count(*) FROM pg_stat_progress_create_index")));
                new ProcessBuilder("sh", "-c", "kill -9 $(cat " + directory.resolve("pid") + ")").start();
                Ended ended = guard.ended();
                assertThat(ended.status()).isEqualTo(137);
                assertThat(ended.err())
                        .contains(
                                "the command is over, and something goes on: The index public.i on public.t is being built at this moment")
                        .contains("If that fails, it stays invalid.");
            }
            writer.rollback();
        }
    }

    /** Of another schema's index nothing is known but its name. */
    @EachServer(sample = 1)
    void an_invalid_index_of_a_schema_that_may_not_be_the_one_meant_stays(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE t (id int)",
                    "CREATE INDEX i ON t (id)",
                    "CREATE SCHEMA app",
                    "CREATE TABLE app.t (id int)",
                    "CREATE INDEX i ON app.t (id)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'public.i'::regclass");
            Ended ended = migrated(database, "SET search_path = app; CREATE INDEX CONCURRENTLY i ON t (id);");
            assertThat(ended.status()).isNotZero();
            assertThat(ended.out()).isEqualTo("attempt\n");
            assertThat(ended.err())
                    .contains(
                            "index app.i; index public.i, which is invalid (if it is in the way: clean --type 'public.i')");
            assertThat(database.queryText("SELECT to_regclass('public.i')")).isEqualTo("i");
        }
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private Ended migrated(TestDatabase database, String migration) throws IOException {
        Files.writeString(directory.resolve("migration.sql"), migration);
        return Starter.in(directory, database).sh(RUN);
    }

    private static void hold(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        try (Statement statement = writer.createStatement()) {
            statement.execute("LOCK TABLE t IN ROW EXCLUSIVE MODE");
        }
    }
}
