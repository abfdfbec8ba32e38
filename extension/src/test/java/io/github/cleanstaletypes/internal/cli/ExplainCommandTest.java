package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command explain: exit status, text and JSON, with a database and without one. */
class ExplainCommandTest {

    private static final String STALE = "psycopg2.errors.DuplicateObject: type \"mood\" already exists\n";

    @TempDir
    private Path directory;

    @EachServer(sample = 1)
    void tells_what_the_database_has_and_changes_nothing(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            Outcome text = CommandRun.on(database).run("explain", log(STALE));
            assertThat(text.exitCode()).isZero();
            assertThat(text.lines().get(0)).isEqualTo("UNUSED_TYPE mood (SQLSTATE 42710)");
            assertThat(text.out())
                    .contains("What to do: Remove it: clean --type 'public.mood'")
                    .doesNotContain("Not looked at");

            Outcome json = CommandRun.on(database).run("explain", log(STALE), "--format", "json");
            assertThat(json.exitCode()).isZero();
            assertThat(json.lines()).hasSize(1);
            assertThat(json.out())
                    .contains("\"command\":\"explain\"", "\"recognised\":true", "\"cause\":\"UNUSED_TYPE\"")
                    .contains("\"sqlstate\":\"42710\"", "\"healable\":[\"public.mood\"]", "\"claimed_by\":\"error\"")
                    .contains("\"exit_code\":0");
            assertThat(database.queryText("SELECT 'ok'::mood")).isEqualTo("ok");
        }
    }

    @EachServer(sample = 1)
    void reads_the_lock_of_knex_and_of_liquibase(PostgresServer server, @TempDir Path migrations) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO knex_migrations_lock (is_locked) VALUES (1)",
                    "CREATE SCHEMA app",
                    "CREATE TABLE app.databasechangeloglock (id int, locked boolean, lockgranted timestamp, lockedby text)",
                    "INSERT INTO app.databasechangeloglock VALUES (1, true, '2024-01-01', 'pod-1 (10.0.0.1)')");
            CommandRun commandLine = CommandRun.on(database);
            assertThat(commandLine
                            .run("explain", log("Migration table is already locked"))
                            .out())
                    .contains(
                            "UNFINISHED_MIGRATION",
                            "lock of Knex in public.knex_migrations_lock",
                            "knex migrate:unlock");
            assertThat(commandLine
                            .run("explain", log("Could not acquire change log lock."))
                            .out())
                    .contains("UNFINISHED_MIGRATION", "in app.databasechangeloglock is taken, by pod-1 (10.0.0.1)")
                    .contains("liquibase release-locks");
            Files.writeString(migrations.resolve("1_mood.sql"), "CREATE TABLE mood (id int);");
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            assertThat(commandLine
                            .run(
                                    "explain",
                                    "--migrations",
                                    migrations.toString(),
                                    log("Migration table is already locked"))
                            .out())
                    .contains("it has left half done", "UNUSED_TYPE public.mood (enum, ", "knex migrate:unlock");
            database.execute("UPDATE knex_migrations_lock SET is_locked = 0");
            assertThat(commandLine
                            .run("explain", log("Migration table is already locked"))
                            .out())
                    .contains("Nothing of that kind stands there now");
        }
    }

    @EachServer(sample = 1)
    void says_that_leftover_types_are_all_that_keeps_flyway_from_starting(PostgresServer server) throws IOException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ()", "CREATE DOMAIN d AS int");
            String error = log("Found non-empty schema(s) \"public\" but no schema history table. Use baseline()");
            assertThat(CommandRun.on(database).run("explain", error).out())
                    .contains(
                            "UNUSED_TYPE",
                            "Leftover types are all that is there",
                            "--type 'public.d' --type 'public.mood'");
            database.execute("CREATE TABLE t (id int)");
            assertThat(CommandRun.on(database).run("explain", error).out())
                    .contains("SCHEMA_NOT_EMPTY", "table: t")
                    .doesNotContain("all that is there");
        }
    }

    @Test
    void says_without_a_database_that_it_did_not_look() throws IOException {
        Outcome nothingSet = CommandRun.withoutDatabase().run("explain", log(STALE));
        assertThat(nothingSet.exitCode()).isZero();
        assertThat(nothingSet.out()).contains("TYPE_EXISTS mood", "Not looked at: the database");
        assertThat(nothingSet.err()).isEmpty();

        Outcome unreachable = CommandRun.withoutDatabase()
                .with("DATABASE_URL", "postgresql://app@localhost:1/app")
                .run("explain", log(STALE));
        assertThat(unreachable.exitCode()).isZero();
        assertThat(unreachable.out()).contains("Not looked at: the database");
        assertThat(unreachable.err()).contains("the database was not looked at");
    }

    @Test
    void exits_with_1_where_it_recognises_nothing_and_with_2_where_it_cannot_read() throws IOException {
        CommandRun commandLine = CommandRun.withoutDatabase();
        assertThat(commandLine.run("explain", log("all is well")).exitCode()).isEqualTo(1);
        Outcome json = commandLine.run("explain", log("all is well"), "--format=json");
        assertThat(json.out()).contains("\"recognised\":false", "\"exit_code\":1");
        Outcome missing = commandLine.run("explain", directory.resolve("none").toString());
        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("none' cannot be read: no such file");
    }

    private String log(String text) throws IOException {
        return Files.writeString(directory.resolve("migration.log"), text).toString();
    }
}
