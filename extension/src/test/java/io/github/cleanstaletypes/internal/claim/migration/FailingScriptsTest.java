package io.github.cleanstaletypes.internal.claim.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pending script would fail over is a finding, and what it would not is none: the script is run to see. */
class FailingScriptsTest {

    private record Example(String before, String script) {}

    private static final String TABLE = "CREATE TABLE t (a int, b int); CREATE TABLE other (a int); ";

    private static final List<Example> INDEXES = List.of(
            new Example("CREATE INDEX i ON t (a)", "CREATE INDEX i ON t (a)"),
            new Example("CREATE INDEX i ON other (a)", "CREATE INDEX i ON t (a)"),
            new Example("CREATE TABLE i ()", "CREATE UNIQUE INDEX i ON t (a)"),
            new Example("CREATE SEQUENCE i", "CREATE INDEX i ON t (a)"),
            new Example("CREATE INDEX i ON t (a)", "CREATE INDEX IF NOT EXISTS i ON t (a)"),
            new Example("CREATE TABLE i ()", "CREATE INDEX IF NOT EXISTS i ON t (a)"),
            new Example("CREATE SCHEMA app; CREATE TABLE app.i ()", "CREATE INDEX i ON t (a)"),
            new Example("CREATE INDEX i ON t (a)", "DROP INDEX i; CREATE INDEX i ON t (b)"),
            new Example("CREATE INDEX i ON t (a)", "DROP INDEX IF EXISTS public.i, j; CREATE INDEX i ON t (b)"),
            new Example("CREATE INDEX i ON t (a)", "ALTER INDEX i RENAME TO j; CREATE INDEX i ON t (b)"),
            new Example("CREATE INDEX i ON t (a)", "DROP TABLE t; CREATE TABLE t (b int); CREATE INDEX i ON t (b)"),
            new Example("CREATE INDEX i ON t (a)", "ALTER TABLE t DROP COLUMN a, ADD a text; CREATE INDEX i ON t (a)"),
            new Example("CREATE INDEX i ON t (a)", "ALTER TABLE t ALTER a DROP NOT NULL; CREATE INDEX i ON t (a)"),
            new Example(
                    "ALTER TABLE t ADD CONSTRAINT i UNIQUE (a)",
                    "ALTER TABLE t DROP CONSTRAINT i; CREATE UNIQUE INDEX i ON t (a)"),
            new Example(
                    "CREATE DOMAIN d AS int; CREATE TABLE dt (c d); CREATE INDEX i ON dt (c)",
                    "DROP DOMAIN d CASCADE; CREATE INDEX i ON dt (c)".replace("dt (c)", "t (a)")),
            new Example("CREATE TABLE u ()", "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)"),
            new Example("CREATE TABLE u ()", "ALTER TABLE t ADD CONSTRAINT u CHECK (a > 0)"),
            new Example("CREATE UNIQUE INDEX u ON t (a)", "ALTER TABLE t ADD CONSTRAINT u UNIQUE USING INDEX u"),
            new Example("CREATE INDEX u ON t (a)", "CREATE TABLE n (a int CONSTRAINT u PRIMARY KEY)"),
            new Example("CREATE INDEX u ON t (a)", "CREATE TABLE n (a int CONSTRAINT u NOT NULL)"),
            new Example(
                    "CREATE INDEX i ON t (a)",
                    "DO $$ BEGIN IF EXISTS (SELECT FROM pg_class WHERE relname = 'i') THEN DROP INDEX i; END IF; END $$;"
                            + " CREATE INDEX i ON t (a)"));

    private static final String MOOD = "CREATE TYPE mood AS ENUM ('x')";
    private static final String PEOPLE = "; CREATE TABLE people (id int, m mood);";

    /** The scripts have not got as far as to the table. */
    private static final List<Example> TYPES = List.of(
            new Example(MOOD, "CREATE TYPE mood AS ENUM ('ok')" + PEOPLE),
            new Example(
                    MOOD,
                    "CREATE TABLE other (id int); CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE IF NOT EXISTS people (m mood[])"),
            new Example(MOOD, "CREATE DOMAIN mood AS text" + PEOPLE),
            new Example(MOOD, "CREATE TYPE mood AS (a int)" + PEOPLE),
            new Example("CREATE TYPE mood AS (a int)", "CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(
                    "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ()",
                    "CREATE TYPE app.mood AS ENUM (); CREATE TABLE people (m app.mood)"),
            new Example(
                    "CREATE TYPE \"My Mood\" AS ENUM ()",
                    "CREATE TYPE \"My Mood\" AS ENUM (); CREATE TABLE people (m \"My Mood\")"),
            new Example(
                    MOOD,
                    "DO $$ BEGIN CREATE TYPE size AS ENUM (); EXCEPTION WHEN duplicate_object THEN NULL; END $$;"
                            + " CREATE TYPE mood AS ENUM ('ok')" + PEOPLE));

    /** The scripts bear with the type, nobody knows what they do, or they have run. */
    private static final List<Example> LEFT = List.of(
            new Example(
                    MOOD,
                    "DO $$ BEGIN CREATE TYPE mood AS ENUM (); EXCEPTION WHEN duplicate_object THEN NULL; END $$"
                            + PEOPLE),
            new Example(
                    MOOD,
                    "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_type WHERE typname = 'mood') THEN CREATE TYPE mood AS ENUM (); END IF; END $$"
                            + PEOPLE),
            new Example(MOOD, "DROP TYPE IF EXISTS mood; CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD, "DROP TYPE IF EXISTS public.mood CASCADE; CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD, "DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD, "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(
                    MOOD,
                    "DO $$ DECLARE r record; BEGIN FOR r IN SELECT typname FROM pg_type WHERE typtype = 'e' LOOP EXECUTE"
                            + " format('DROP TYPE %I', r.typname); END LOOP; END $$; CREATE TYPE mood AS ENUM ()"
                            + PEOPLE),
            new Example(
                    MOOD,
                    "DO 'BEGIN IF EXISTS (SELECT FROM pg_type WHERE typname = ''mood'') THEN DROP TYPE mood; END IF; END';"
                            + " CREATE TYPE mood AS ENUM ()" + PEOPLE));

    private static final List<Example> UNKNOWN = List.of(
            new Example(MOOD, "\\i drops.sql\nCREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD, "SELECT 'DROP TYPE mood' \\gexec\nCREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD, "CREATE TYPE mood AS ENUM (); CREATE TABLE others (id int)"),
            new Example(MOOD + PEOPLE, "CREATE TYPE mood AS ENUM ()" + PEOPLE),
            new Example(MOOD + PEOPLE + "ALTER TABLE people DROP m", "CREATE TYPE mood AS ENUM ()" + PEOPLE));

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
    void of_indexes() {
        SoftAssertions all = new SoftAssertions();
        for (Example example : INDEXES) {
            begin(TABLE + example.before);
            CleanupReport report = Cleaner.in(database.dataSource())
                    .claimingPending(List.of(new MigrationScript("one", example.script)))
                    .check();
            all.assertThat(!report.results().isEmpty())
                    .as("%s -> %s: %s", example.before, example.script, Told.by(report))
                    .isEqualTo(fails(example.script));
        }
        all.assertAll();
    }

    @Test
    void of_types_in_plain_scripts_that_have_not_got_as_far_as_to_the_tables() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Example example : TYPES) {
            begin(example.before);
            all.assertThat(plain(example.script).results()).as(example.script).hasSize(1);
            all.assertThat(fails(example.script)).as(example.script).isTrue();
            begin(example.before);
            Cleaner.in(database.dataSource()).claimingPending(directory).clean();
            all.assertThat(fails(example.script)).as(example.script).isFalse();
        }
        all.assertAll();
    }

    @Test
    void but_not_of_types_that_they_bear_with() throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (Example example : LEFT) {
            begin(example.before);
            all.assertThat(Told.by(plain(example.script))).as(example.script).isEmpty();
            all.assertThat(fails(example.script)).as(example.script).isFalse();
        }
        all.assertAll();
    }

    @Test
    void nor_of_types_that_may_be_what_they_have_made() throws IOException {
        for (Example example : UNKNOWN) {
            begin(example.before);
            assertThat(Told.by(plain(example.script))).as(example.script).isEmpty();
        }
    }

    private CleanupReport plain(String script) throws IOException {
        Files.writeString(directory.resolve("schema.sql"), script);
        return Cleaner.in(database.dataSource()).claimingPending(directory).check();
    }

    private static void begin(String before) {
        database.execute("DROP SCHEMA IF EXISTS app, public CASCADE", "CREATE SCHEMA public");
        database.execute(before);
    }

    private static boolean fails(String script) {
        try {
            database.execute(script);
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasStackTraceContaining("already exists");
            return true;
        }
    }
}
