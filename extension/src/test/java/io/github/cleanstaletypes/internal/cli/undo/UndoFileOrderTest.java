package io.github.cleanstaletypes.internal.cli.undo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.internal.cli.CommandRun;
import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.option.OptionValues.Value;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What brings a type back is on disk, and not only written, when the type goes. */
class UndoFileOrderTest {

    private TestDatabase database;
    private Path file;

    @BeforeEach
    void createUnusedTypes(@TempDir Path directory) {
        database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE first AS ENUM ('a')", "CREATE TYPE second AS ENUM ('b')");
        file = directory.resolve("undo.sql");
    }

    @AfterEach
    void dropDatabase() {
        database.close();
    }

    @Test
    void is_read_whole_by_the_server_at_the_moment_of_the_drop() throws IOException {
        database.execute(
                "CREATE TABLE seen (type text, undo text)",
                "CREATE FUNCTION look() RETURNS event_trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO public.seen"
                        + " SELECT o.object_identity, pg_catalog.pg_read_file(" + literal(file.toString()) + ")"
                        + " FROM pg_catalog.pg_event_trigger_dropped_objects() o WHERE o.original; END $f$",
                "CREATE EVENT TRIGGER look ON sql_drop WHEN TAG IN ('DROP TYPE') EXECUTE FUNCTION look()");

        Outcome outcome = CommandRun.on(database).run("--type", "first,second", "--undo-file", file.toString());

        assertThat(outcome.exitCode()).as(outcome.everything()).isZero();
        assertThat(database.queryTexts("SELECT type FROM seen ORDER BY 1"))
                .allMatch(type -> String.valueOf(type).matches("public.stale_\\d+_(first|second)"))
                .hasSize(2);
        assertThat(
                        database.queryText(
                                "SELECT bool_and(undo ~ ('\\nCREATE TYPE ' || regexp_replace(type, 'stale_\\d+_', '') || ' .*\\nCOMMIT;\\n.endif\\n')) FROM seen"))
                .isEqualTo("t");
    }

    @Test
    void is_synced_while_the_type_is_still_there() throws IOException {
        RecordingChannel channel = new RecordingChannel(open(), this::types);
        try (UndoFile undo = UndoFile.on(new Value("--undo-file", file.toString()), file, channel, false)) {
            CleanupReport report = Cleaner.in(database.dataSource())
                    .claiming("first", "second")
                    .reportingTo(undo.of(database.name()))
                    .clean();
            assertThat(report.isClean()).isTrue();
        }
        assertThat(types()).isEqualTo("");
        // the statements of both, that the first is gone, that the second is, and the end
        assertThat(channel.events())
                .containsExactly("write first,second", "force first,second", "write second", "write ", "force ");
    }

    @Test
    void that_cannot_be_synced_keeps_the_type_and_is_left_as_it_was() throws IOException {
        Files.writeString(file, "-- kept\n");
        RecordingChannel channel = new RecordingChannel(open(), this::types).failing();
        try (UndoFile undo = UndoFile.on(new Value("--undo-file", file.toString()), file, channel, false)) {
            assertThatThrownBy(() -> Cleaner.in(database.dataSource())
                            .claiming("first")
                            .reportingTo(undo.of(database.name()))
                            .clean())
                    .isInstanceOf(RunFailedException.class)
                    .hasMessage("--undo-file: '" + file
                            + "' cannot be written: Input/output error; no more types were removed");
        }
        assertThat(types()).isEqualTo("first,second");
        assertThat(file).hasContent("-- kept\n");
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private String types() {
        List<String> types =
                database.queryTexts("SELECT typname FROM pg_type WHERE typtype = 'e' AND oid >= 16384 ORDER BY 1");
        return String.join(",", types);
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
