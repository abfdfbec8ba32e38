package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --migrations}: names come from what has not run. */
class MigrationsOptionTest {

    private static TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void is_silent_after_a_migration_and_fails_on_a_table_without_its_row_in_the_history() throws IOException {
        Files.writeString(directory.resolve("V1__a.sql"), "CREATE TYPE mood AS ENUM (); CREATE TABLE a (id int);");
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + directory)
                .load()
                .migrate();
        for (int run = 1; run <= 2; run++) {
            Outcome healthy = CommandRun.on(database).run("clean", "-q", "--migrations", directory.toString());
            assertThat(healthy.everything()).isEmpty();
            assertThat(healthy.exitCode()).isZero();
        }

        Files.writeString(directory.resolve("V2__b.sql"), "CREATE TABLE b (id int); DO 'BEGIN END';");
        database.execute("CREATE TABLE b (id int)");
        Outcome interrupted = CommandRun.on(database)
                .with("CLEAN_STALE_TYPES_MIGRATIONS", directory.toString())
                .run("clean", "--format", "json");
        assertThat(interrupted.exitCode()).isEqualTo(1);
        assertThat(interrupted.json().findings())
                .singleElement()
                .satisfies(finding -> assertThat((Map<?, ?>) finding)
                        .extracting("code", "name", "claimed_by", "outcome")
                        .containsExactly("LEFTOVER_RELATION", "b", "migration", "reported"));
        assertThat(interrupted.out()).contains("1 DO block or included script of pending migrations");
    }

    @Test
    void knows_other_tools_by_their_own_marks_and_histories() throws IOException {
        Path migrations = Files.createDirectories(directory.resolve("db/migrations"));
        Files.writeString(
                migrations.resolve("20240101120000_tone.sql"),
                "-- migrate:up\nCREATE TYPE tone AS ENUM ('high');\n\n-- migrate:down\nDROP TYPE tone;\n");
        Files.writeString(
                migrations.resolve("20240102120000_songs.sql"),
                "-- migrate:up\nCREATE TYPE key AS ENUM ('c');\nCREATE TABLE songs (t tone, k key);\n"
                        + "-- migrate:down\nDROP TABLE songs;\nDROP TYPE key;\n");
        database.execute(
                "CREATE TABLE schema_migrations (version varchar NOT NULL PRIMARY KEY)",
                "INSERT INTO schema_migrations VALUES ('20240101120000')",
                "CREATE TYPE tone AS ENUM ('high')",
                "CREATE TYPE key AS ENUM ('c')");
        Outcome check = CommandRun.on(database).run("check", "--migrations", migrations.toString());
        assertThat(check.out()).contains("UNUSED_TYPE public.key (enum").doesNotContain("tone");
        assertThat(check.exitCode()).isEqualTo(1);

        Outcome guard = CommandRun.on(database).run("guard", "--migrations", migrations.toString(), "--", "true");
        assertThat(guard.everything()).contains("'key'").doesNotContain("tone");
        assertThat(guard.exitCode()).isZero();
        assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE typname IN ('tone', 'key')"))
                .containsExactly("tone");

        database.execute("ALTER TABLE schema_migrations ENABLE ROW LEVEL SECURITY");
        Outcome unread = CommandRun.on(database).run("check", "-v", "--migrations", migrations.toString());
        assertThat(unread.out())
                .contains("dbmate's history public.schema_migrations: reading it could run somebody's code")
                .contains("so it does not tell which migrations are pending");
        assertThat(unread.exitCode()).isZero();
    }

    @Test
    void is_wrong_in_one_line_with_the_reason() throws IOException {
        assertProblem(directory.resolve("missing"), "cannot be read: no such directory");
        assertProblem(directory, "holds no .sql file");
        assertProblem(Files.writeString(directory.resolve("a.sql"), ""), "is not a directory");
    }

    private static void assertProblem(Path path, String reason) {
        // before anybody tries to connect
        Outcome outcome = CommandRun.withoutDatabase().run("--migrations", path.toString());

        assertThat(outcome.err()).isEqualTo("clean-stale-types: --migrations: '" + path + "' " + reason + "\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }
}
