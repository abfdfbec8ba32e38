package io.github.cleanstaletypes.internal.claim.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.sql.MigrationScript;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
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
