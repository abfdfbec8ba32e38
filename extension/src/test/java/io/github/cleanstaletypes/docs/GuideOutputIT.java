package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.cleanstaletypes.docs.Markdown.Block;
import io.github.cleanstaletypes.docs.Shell.Result;
import io.github.cleanstaletypes.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide shows of the program's output, and of the errors that it explains, is so. */
class GuideOutputIT {

    private static final Markdown JSON_PAGE = Documentation.guide("json.md");

    @TempDir
    private Path directory;

    private ReadersDatabase database;
    private Shell shell;

    @BeforeEach
    void createTheReadersDatabase() throws IOException, SQLException {
        database = new ReadersDatabase(directory);
        shell = database.shell();
    }

    @AfterEach
    void dropTheReadersDatabase() throws SQLException {
        database.close();
    }

    @Test
    void the_lines_to_grep_for_are_printed() {
        String printed = shell.commandLine("clean --type accounts_user").out()
                + shell.commandLine("clean --type accounts_user").out()
                + shell.commandLine("check --wait 0 --database-url postgresql://app@localhost:1/app")
                        .out();
        assertThat(printed.lines())
                .containsAll(
                        BlockCheck.PRINTED.everywhere().get(0).text().lines().toList());
    }

    static List<Block> errors() {
        return BlockCheck.ERROR_TEXT.everywhere();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void the_error_is_one_that_explain_recognises(Block error) throws IOException {
        Files.writeString(directory.resolve("error.log"), error.text());
        Result result = shell.commandLine("explain error.log");
        assertThat(result.exit()).as("%s", result).isZero();
    }

    @Test
    void the_json_of_clean_has_the_keys_of_a_real_run() throws IOException {
        Result result = shell.commandLine("clean --type accounts_user --format json");
        assertThat(keys(shown("What clean prints"))).isEqualTo(keys(result.out()));
        assertThat(result.out().strip().lines()).as("lines").hasSize(1);
    }

    @Test
    void the_json_of_explain_has_the_keys_of_a_real_run() throws IOException {
        Result result = shell.run(BlockCheck.COMMAND_LINES.in(JSON_PAGE).get(1).text());
        assertThat(keys(shown("What explain prints"))).isEqualTo(keys(result.out()));
    }

    @Test
    void the_json_of_guard_has_the_keys_of_a_real_run() throws IOException {
        shell.run(BlockCheck.COMMAND_LINES.in(JSON_PAGE).get(2).text());
        assertThat(keys(shown("What guard writes")))
                .isEqualTo(keys(Files.readString(directory.resolve("report.json"))));
    }

    @Test
    void the_json_of_reset_has_the_keys_of_a_real_run() throws IOException {
        Result result = shell.run(BlockCheck.COMMAND_LINES.in(JSON_PAGE).get(3).text());
        assertThat(keys(shown("What reset prints"))).isEqualTo(keys(result.out()));
    }

    @Test
    void the_json_of_a_failure_has_an_error() throws IOException {
        assertThat(keys(shell.commandLine("check --format json --type a-b").out()))
                .contains("error");
    }

    @Test
    void each_outcome_is_told() {
        assertThat(JSON_PAGE.table("outcome of a finding"))
                .extracting(row -> Markdown.code(row.get(0)).get(0))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Outcome.values()).map(Outcome::word).toList());
    }

    private static String shown(String section) {
        return JSON_PAGE.block(section, "json").text();
    }

    /** The paths of all keys, without the numbers of array elements. */
    private static Set<String> keys(String json) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    keys.add(parser.getParsingContext()
                            .pathAsPointer()
                            .toString()
                            .replaceAll("/\\d+", "")
                            .substring(1));
                }
            }
        }
        return keys;
    }
}
