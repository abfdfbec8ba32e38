package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --types-file}: a name a line, as an editor on any system leaves it. */
class TypesFileTest {

    private static TestDatabase database;

    @TempDir
    private Path directory;

    @BeforeAll
    static void createUnusedTypes() {
        database = PostgresServer.of("18.6").createDatabase();
        for (String name : List.of("first", "second", "third", "\"a#b\"", "\"größe\"")) {
            database.execute("CREATE TYPE " + name + " AS ENUM ()");
        }
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    @Test
    void may_have_comments_blank_lines_quoted_hashes_and_several_names_on_a_line() throws IOException {
        assertThat(
                        found(
                                "# names\n\n  first\t# the oldest\n\"a#b\" # quoted\n \t \nsecond, public.third\n#\"\n\"größe\""))
                .containsExactlyInAnyOrder("first", "a#b", "second", "third", "größe");
    }

    @Test
    void may_begin_with_a_byte_order_mark_and_end_its_lines_as_windows_does() throws IOException {
        assertThat(found("\ufefffirst\r\n\"größe\"\r\n")).containsExactlyInAnyOrder("first", "größe");
        assertThat(found("\ufeff# comment\r\nsecond")).containsExactly("second");
    }

    @Test
    void may_be_empty_or_hold_nothing_but_comments() throws IOException {
        assertThat(found("")).isEmpty();
        assertThat(found("# first\n")).isEmpty();
    }

    @Test
    void adds_to_the_names_that_are_written() throws IOException {
        Path file = Files.writeString(directory.resolve("types"), "second\n");

        assertThat(names(CommandRun.on(database)
                        .run("--types-file", file.toString(), "check", "--type", "first", "--format", "json")))
                .containsExactlyInAnyOrder("first", "second");
        assertThat(names(CommandRun.on(database)
                        .with("CLEAN_STALE_TYPES_TYPES_FILE", file.toString())
                        .with("STALE_TYPES", "first")
                        .run("check", "--format", "json")))
                .containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void with_a_line_that_is_no_name_is_wrong_by_its_number() throws IOException {
        Path file = Files.writeString(directory.resolve("types"), "first\n# comment\nsecond-\n");

        Outcome outcome = CommandRun.on(database).run("--types-file", file.toString());

        assertThat(outcome.err())
                .startsWith("clean-stale-types: --types-file: '" + file + "', line 3: name 1 is not a type's name: ")
                .hasLineCount(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(database.queryText("SELECT 'first'::regtype")).isEqualTo("first");
    }

    @Test
    void that_cannot_be_read_is_wrong_with_the_reason() throws IOException {
        Path latin1 = Files.write(directory.resolve("latin1"), "größe\n".getBytes(StandardCharsets.ISO_8859_1));

        assertProblem(directory.resolve("missing"), "no such file or directory");
        assertProblem(directory, "it is a directory; only plain files are read");
        assertProblem(latin1, "it is not UTF-8 text");
    }

    private static void assertProblem(Path file, String reason) {
        Outcome outcome = CommandRun.on(database).run("--types-file", file.toString());

        assertThat(outcome.err())
                .isEqualTo("clean-stale-types: --types-file: '" + file + "' cannot be read: " + reason + "\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private List<String> found(String content) throws IOException {
        Path file = Files.writeString(directory.resolve("types"), content);
        return names(CommandRun.on(database).run("check", "--types-file", file.toString(), "--format", "json"));
    }

    private static List<String> names(Outcome outcome) {
        return outcome.json().findings().stream()
                .map(finding -> String.valueOf(finding.get("name")))
                .toList();
    }
}
