package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's tables of the command line are those of the command line itself. */
class CommandLineReferenceIT {

    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}((?:-\\w, )?--[a-z-]+(?:=[A-Z]+)?)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)  ");
    private static final Pattern EXIT_STATUS = Pattern.compile("(?m)^  (\\d+) +(.+)$");

    @TempDir
    private static Path directory;

    private static String help;

    @BeforeAll
    static void readHelp() {
        help = new Shell(directory).commandLine("--help").out();
    }

    @Test
    void the_readme_has_the_commands() {
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Examples:"));
        assertThat(Documentation.readme().table("command"))
                .extracting(row -> Markdown.code(row.get(0)).get(0))
                .containsExactlyInAnyOrderElementsOf(
                        COMMAND.matcher(commands).results().map(m -> m.group(1)).toList());
    }

    @Test
    void the_readme_has_the_options() {
        assertThat(documentedOptions()).containsExactlyInAnyOrderElementsOf(options(help));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "clean", "wait", "restore", "explain"})
    void the_options_are_the_same_after_the_command(String command) {
        String commandHelp =
                new Shell(directory).commandLine(command + " --help").out();
        assertThat(options(commandHelp)).containsExactlyInAnyOrderElementsOf(options(help));
    }

    @Test
    void the_readme_has_the_options_of_guard() {
        List<String> all = new ArrayList<>(
                options(new Shell(directory).commandLine("guard --help").out()));
        all.removeAll(options(help));
        assertThat(Documentation.readme().table("guard option").stream()
                        .map(row -> Markdown.code(row.get(0)).get(0)))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void the_readme_has_the_variable_of_each_option() {
        assertThat(Documentation.readme().table("option"))
                .filteredOn(row -> !row.get(0).matches(".*--(help|version)`"))
                .allSatisfy(row -> assertThat(Markdown.code(row.get(1)))
                        .startsWith("CLEAN_STALE_TYPES_"
                                + row.get(0)
                                        .replaceAll(".*--([a-z-]+).*", "$1")
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')));
    }

    static Stream<String> variablesThatCanBeWrong() {
        return Documentation.readme().table("option").stream()
                .flatMap(row -> Markdown.code(row.get(1)).stream())
                // any text is a pattern or an identifier, a file to write to is opened later, and a URL is told as its
                // option
                .filter(name -> !name.matches(".*_(SCHEMA|ROLLBACK_PREPARED|UNDO_FILE|DATABASE_URL)"));
    }

    @ParameterizedTest
    @MethodSource("variablesThatCanBeWrong")
    void the_variable_is_read(String variable) {
        Shell.Result result =
                new Shell(directory).export(variable, "no such thing").commandLine("check");
        assertThat(result.exit()).as("%s", result).isEqualTo(2);
        assertThat(result.err())
                .contains(
                        variable.equals("CLEAN_STALE_TYPES_TYPES_FILE") ? "'no such thing' cannot be read" : variable);
    }

    @Test
    void the_readme_has_the_exit_statuses() {
        String statuses = help.substring(help.indexOf("Exit status:")).replaceAll("\n {6}(?=\\S)", " ");
        assertThat(Documentation.readme().table("exit status"))
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactlyElementsOf(EXIT_STATUS
                        .matcher(statuses)
                        .results()
                        .map(m -> m.group(1) + " " + m.group(2))
                        .toList());
    }

    private static List<String> documentedOptions() {
        return Documentation.readme().table("option").stream()
                .map(row -> String.join(", ", Markdown.code(row.get(0))))
                .toList();
    }

    /** What follows the list of commands mentions options again. */
    private static List<String> options(String text) {
        return OPTION.matcher(text.split("(?m)^Commands:", 2)[0])
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
