package io.github.cleanstaletypes.internal.claim.migration.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories as they are in the wild: of several tools, of none, with programs in them, in one script. */
class ToolDirectoryTest {

    private static final String ONE = "UNUSED_TYPE public.one reported";
    private static final String TWO = "UNUSED_TYPE public.two reported";

    private static TestDatabase database;

    @TempDir
    private Path directory;

    private CleanupReport last;

    @BeforeAll
    static void createDatabase() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @BeforeEach
    void begin() {
        database.execute(
                "DROP SCHEMA public CASCADE",
                "CREATE SCHEMA public",
                "CREATE TYPE one AS ENUM ('x')",
                "CREATE TYPE two AS ENUM ('x')",
                "CREATE TYPE back AS ENUM ('x')");
    }

    @Test
    void that_may_be_of_two_tools_which_both_have_a_history_claims_nothing() throws IOException {
        script("1_one.up.sql", "CREATE TYPE one AS ENUM ();");
        database.execute(SampleTool.GOLANG_MIGRATE.makeHistory());
        assertThat(found()).containsExactly(ONE);
        database.execute(SampleTool.SQLX.makeHistory());
        assertThat(found()).isEmpty();
        assertThat(notes())
                .containsExactly("pending migrations: those of " + directory
                        + " may be of several tools (golang-migrate, sqlx)");
    }

    @Test
    void of_numbered_scripts_is_the_tools_whose_history_knows_one() throws IOException {
        script("20240101120000_one.sql", "CREATE TYPE one AS ENUM ();");
        script("20240102120000_two.sql", "CREATE TYPE two AS ENUM ();");
        assertThat(found()).isEmpty();
        for (SampleTool tool : List.of(SampleTool.SQLX, SampleTool.SUPABASE, SampleTool.NODE_PG_MIGRATE)) {
            database.execute(tool.makeHistory());
            database.execute(tool.apply(1).replace("_name", "_one"));
            assertThat(found()).as(tool.name()).containsExactly(TWO);
            database.execute("DROP TABLE " + tool.table());
        }
    }

    @Test
    void with_the_marks_of_one_tool_in_some_files_only_is_of_plain_scripts() throws IOException {
        script("1_one.sql", "-- migrate:up\nCREATE TYPE one AS ENUM ();\n-- migrate:down\nDROP TYPE one;");
        assertThat(found()).containsExactly(ONE);
        script("2_two.sql", "CREATE TYPE two AS ENUM ();");
        assertThat(found()).isEmpty();
        assertThat(last.notLookedAt()).anyMatch(note -> note.contains("without a history nobody knows"));
    }

    @Test
    void of_prisma_for_another_database_is_of_plain_scripts() throws IOException {
        script("migration_lock.toml", "provider = \"postgresql\"");
        script("20240101120000_one/migration.sql", "CREATE TYPE one AS ENUM ();");
        assertThat(found()).containsExactly(ONE);
        script("migration_lock.toml", "provider = \"mysql\"");
        assertThat(found()).isEmpty();
    }

    @Test
    void leaves_out_what_the_tool_does_not_look_at() throws IOException {
        script(
                "00001_one.sql",
                "-- +goose Up\nCREATE TYPE one AS ENUM ();\n-- +goose Down\nCREATE TYPE back AS ENUM ();");
        script("seeds/00002_two.sql", "-- +goose Up\nCREATE TYPE two AS ENUM ();");
        assertThat(found()).containsExactly(ONE);
    }

    @Test
    void says_which_of_its_migrations_are_programs() throws IOException {
        script(
                "1700000000001_one.sql",
                "-- Up Migration\nCREATE TYPE one AS ENUM ();\n-- Down Migration\nCREATE TYPE back AS ENUM ();");
        script("1700000000002_program.js", "exports.up = pgm => {}");
        script("1700000000003_two.sql", "-- up migration\nCREATE TYPE two AS ENUM ();");
        assertThat(found()).containsExactly(ONE, TWO);
        assertThat(notes())
                .containsExactly("1 pending migration of " + directory
                        + " that is no SQL (the first: 1700000000002_program.js)");
        database.execute(SampleTool.NODE_PG_MIGRATE.makeHistory());
        database.execute(
                "INSERT INTO pgmigrations (name, run_on) VALUES ('1700000000001_one', now()), ('1700000000002_program', now())");
        assertThat(found()).containsExactly(TWO);
        assertThat(notes()).isEmpty();
    }

    @Test
    void claims_no_type_of_a_migration_outside_of_a_transaction_that_nobody_knows_to_be_running() throws IOException {
        script(
                "1_one.sql",
                "-- migrate:up transaction:false\nCREATE TYPE one AS ENUM (); CREATE TABLE people (id int);\n-- migrate:down\n");
        script("2_two.sql", "-- migrate:up\nCREATE TYPE two AS ENUM ();\n-- migrate:down\n");
        database.execute("CREATE TABLE people (id int)");
        assertThat(found()).containsExactly(TWO, "LEFTOVER_RELATION public.people reported");
        assertThat(notes())
                .containsExactly(
                        "types that pending migrations create outside of a transaction, since one of them may be running"
                                + " (the first: 1_one.sql)");
    }

    @Test
    void of_scripts_that_alembic_has_written_is_followed_to_the_version_in_the_database() throws IOException {
        script("all.sql", """
                BEGIN;

                CREATE TABLE alembic_version (
                    version_num VARCHAR(32) NOT NULL,
                    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
                );

                -- Running upgrade  -> aaa111

                CREATE TYPE one AS ENUM ('ok');

                INSERT INTO alembic_version (version_num) VALUES ('aaa111') RETURNING alembic_version.version_num;

                -- Running upgrade aaa111 -> bbb222

                CREATE TYPE two AS ENUM ('s', 'm');

                UPDATE alembic_version SET version_num='bbb222' WHERE alembic_version.version_num = 'aaa111';

                COMMIT;
                """);
        assertThat(found()).containsExactly(ONE, TWO);
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL CONSTRAINT alembic_version_pkc PRIMARY KEY)",
                "INSERT INTO alembic_version VALUES ('aaa111')");
        assertThat(found()).containsExactly(TWO);
        database.execute("UPDATE alembic_version SET version_num = 'bbb222'");
        assertThat(found()).isEmpty();
        assertThat(notes()).isEmpty();
        database.execute("UPDATE alembic_version SET version_num = 'ccc333'");
        assertThat(found()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        "pending migrations: no history of Alembic in this database knows one of " + directory);
        database.execute("INSERT INTO alembic_version VALUES ('bbb222')");
        assertThat(found()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        "Alembic's history public.alembic_version is at several versions, so no pending migration claims a name");
    }

    @Test
    void of_scripts_that_alembic_has_written_may_begin_at_a_version_and_must_be_one_line() throws IOException {
        String step =
                "CREATE TYPE %s AS ENUM ('ok');\n\nUPDATE alembic_version SET version_num='%s' WHERE alembic_version.version_num = '%s';\n";
        script("1.sql", step.formatted("one", "bbb222", "aaa111"));
        script("2.sql", step.formatted("two", "ccc333", "bbb222"));
        assertThat(found()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        "the database is at no version, and the script begins behind one, so no pending migration claims a name");
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) NOT NULL)",
                "INSERT INTO alembic_version VALUES ('aaa111')");
        assertThat(found()).containsExactly(ONE, TWO);
        script("3.sql", step.formatted("back", "ddd444", "bbb222"));
        assertThat(found()).isEmpty();
        assertThat(notes())
                .containsExactly(
                        "pending migrations: the scripts of " + directory + " do not follow each other in one line");
    }

    @Test
    void of_scripts_that_alembic_has_written_for_branches_is_not_followed() throws IOException {
        script("1.sql", """
                CREATE TYPE one AS ENUM ('ok');

                INSERT INTO alembic_version (version_num) VALUES ('aaa111');

                DELETE FROM alembic_version WHERE alembic_version.version_num = 'bbb222';
                """);
        assertThat(found()).isEmpty();
        assertThat(notes()).singleElement().asString().contains("do not follow each other in one line");
    }

    @Test
    void says_which_tools_it_may_be_of_without_a_database() throws IOException {
        script("20240101120000_one.sql", "CREATE TYPE one AS ENUM ();");
        assertThat(MigrationDirectory.open(directory).tools())
                .containsExactlyInAnyOrder(MigrationTool.SQLX, MigrationTool.SUPABASE, MigrationTool.NODE_PG_MIGRATE);
        script("20240101120000_one.sql", "-- +goose Up\nCREATE TYPE one AS ENUM ();");
        assertThat(MigrationDirectory.open(directory).tools()).containsExactly(MigrationTool.GOOSE);
        script("readme.sql", "SELECT 1");
        assertThat(MigrationDirectory.open(directory).tools()).isEmpty();
    }

    @Test
    void of_alembics_programs_says_that_they_are_no_sql() throws IOException {
        script("env.py", "");
        script("versions/a1_one.py", "revision = 'aaa111'");
        assertThat(found()).isEmpty();
        assertThat(notes()).singleElement().asString().contains("are Alembic's programs, not SQL");
        directory = directory.resolve("versions");
        assertThat(found()).isEmpty();
    }

    private List<String> found() {
        last = Cleaner.in(database.dataSource()).claimingPending(directory).check();
        return Told.by(last);
    }

    /** What the last look says of pending migrations. */
    private List<String> notes() {
        return last.notLookedAt().stream()
                .filter(note -> note.contains("pending migration"))
                .toList();
    }

    private void script(String name, String text) throws IOException {
        SampleTool.file(directory.resolve(name), text);
    }
}
