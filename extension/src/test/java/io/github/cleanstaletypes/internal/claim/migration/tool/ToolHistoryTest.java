package io.github.cleanstaletypes.internal.claim.migration.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is pending by the history of each tool; what is not known claims nothing, and is told. */
class ToolHistoryTest {

    private TestDatabase database;

    @TempDir
    private Path root;

    /** Two migrations, each with a type whose name is taken; so is one that only the way back creates. */
    private Path directory;

    @BeforeEach
    void begin() {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute(
                "CREATE TYPE one AS ENUM ('x')", "CREATE TYPE two AS ENUM ('x')", "CREATE TYPE back AS ENUM ('x')");
    }

    @AfterEach
    void end() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void is_what_has_no_row(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        assertThat(Told.by(check()))
                .containsExactly("UNUSED_TYPE public.one reported", "UNUSED_TYPE public.two reported");
        database.execute(tool.apply(1));
        assertThat(Told.by(check())).containsExactly("UNUSED_TYPE public.two reported");
        database.execute(tool.apply(2));
        assertThat(check().results()).isEmpty();
        assertThat(notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void is_everything_without_a_history_if_the_directory_can_be_nobody_elses(SampleTool tool) throws IOException {
        write(tool);
        if (tool.marked()) {
            assertThat(Told.by(check()))
                    .containsExactly("UNUSED_TYPE public.one reported", "UNUSED_TYPE public.two reported");
        } else {
            assertThat(check().results()).isEmpty();
            assertThat(check().notLookedAt()).anyMatch(note -> note.contains("without a history nobody knows"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void is_nothing_while_one_is_running_or_has_failed(SampleTool tool) throws IOException {
        write(tool);
        database.execute(tool.makeHistory());
        database.execute(tool.begin(1).toArray(String[]::new));
        if (!tool.begin(1).isEmpty()) {
            assertThat(check().results()).isEmpty();
            assertThat(notes()).singleElement().asString().contains("has a migration that is running, or has failed");
        }
    }

    private CleanupReport check() {
        return Cleaner.in(database.dataSource()).claimingPending(directory).check();
    }

    private java.util.List<String> notes() {
        return check().notLookedAt().stream()
                .filter(note -> note.contains("pending migration"))
                .toList();
    }

    private void write(SampleTool tool) throws IOException {
        directory = tool.write(root, 1, "CREATE TYPE one AS ENUM ('y');", "CREATE TYPE back AS ENUM ();");
        tool.write(root, 2, "CREATE TYPE two AS ENUM ('y');", "CREATE TYPE back AS ENUM ();");
    }
}
