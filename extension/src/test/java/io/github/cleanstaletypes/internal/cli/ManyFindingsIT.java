package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is far larger than what is held: a finding is written when it is its turn, and no report is ever one text. */
@Tag("slow")
class ManyFindingsIT {

    private static final int MANY = 20_000;

    /** Enough for the catalog's picture of that many types with what recreates each, and for reports that are written as they go. */
    private static final String HEAP = "-Xmx64m";

    private static TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createTypes() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("DO $$ BEGIN FOR i IN 1.." + MANY
                + " LOOP EXECUTE 'CREATE TYPE stale_mood_' || i || ' AS ENUM (''sad'', ''ok'')';"
                + " IF i % 500 = 0 THEN COMMIT; END IF; END LOOP; END $$");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    private static final List<Report> REPORTS = List.of(
            new Report("check", "text"),
            new Report("clean", "json"),
            new Report("clean", "text"),
            new Report("check", "json"));

    private record Report(String command, String format) {}

    static List<Report> reports() {
        return LongForm.sample(REPORTS, 1, "many findings");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void are_written_with_a_small_heap(Report report) {
        Outcome outcome = run(report.command, report.format);

        if (report.format.equals("json")) {
            assertThat(outcome.json().findings()).hasSize(MANY);
        } else {
            String heading = report.command.equals("clean") ? "Planned: UNUSED_TYPE" : "⚠️  UNUSED_TYPE";
            assertThat(outcome.lines().stream().filter(line -> line.startsWith(heading)))
                    .hasSize(MANY);
        }
    }

    private Outcome run(String command, String format) {
        Outcome outcome = ProcessRun.in(directory)
                .withJavaOptions(HEAP)
                .with("DATABASE_URL", CommandRun.url(database, "postgres"))
                .with("CLEAN_STALE_TYPES_DRY_RUN", String.valueOf(command.equals("clean")))
                .run(command, "--all-unused", "--format", format);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(1);
        return outcome;
    }
}
