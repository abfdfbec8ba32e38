package io.github.cleanstaletypes.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation names of the command line is there, and what is there is in the tables of the guide. */
class CommandLineReferenceIT {

    private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}((?:-\\w, )?--[a-z-]+(?:=[A-Z]+)?)");
    private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z][a-z-]*)  ");
    private static final Pattern EXIT_STATUS = Pattern.compile("(?m)^  (\\d+) +(.+)$");

    private static final Pattern NAMED_OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*[a-z]");
    private static final Pattern NAMED_VARIABLE =
            Pattern.compile("\\b(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|PG[A-Z]{3,})\\b");

    private static final Markdown COMMAND_LINE = Documentation.guide("command-line.md");
    private static final Markdown GUARD = Documentation.guide("guard.md");
    private static final Markdown RESET = Documentation.guide("reset.md");

    /** Of docker, of pg_amcheck, of Prisma, and of Alembic. */
    private static final Set<String> OF_OTHERS =
            Set.of("--rm", "--init", "--heapallindexed", "--rolled-back", "--applied", "--sql");

    @TempDir
    private static Path directory;

    private static String help;
    private static String guardHelp;
    private static String resetHelp;

    @BeforeAll
    static void readHelp() {
        help = new Shell(directory).commandLine("--help").out();
        guardHelp = new Shell(directory).commandLine("guard --help").out();
        resetHelp = new Shell(directory).commandLine("reset --help").out();
    }

    @Test
    void the_guide_has_the_commands() {
        String commands = help.substring(help.indexOf("Commands:"), help.indexOf("Examples:"));
        assertThat(COMMAND_LINE.table("command"))
                .extracting(row -> Markdown.code(row.get(0)).get(0))
                .containsExactlyInAnyOrderElementsOf(
                        COMMAND.matcher(commands).results().map(m -> m.group(1)).toList());
    }

    @Test
    void the_guide_has_the_options() {
        assertThat(documentedOptions()).containsExactlyInAnyOrderElementsOf(options(help));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "clean", "guard", "wait", "restore", "reset", "explain"})
    void the_guide_says_which_options_a_command_has(String command) {
        List<String> own =
                options(new Shell(directory).commandLine(command + " --help").out());
        own.retainAll(options(help));
        assertThat(COMMAND_LINE.table("option").stream()
                        .filter(row -> row.get(2).equals("all")
                                || Markdown.code(row.get(2)).contains(command))
                        .map(row -> String.join(", ", Markdown.code(row.get(0)))))
                .containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void the_guide_has_the_options_of_guard_and_of_reset() {
        assertThat(ownOptions(GUARD, "guard option")).containsExactlyInAnyOrderElementsOf(only(guardHelp));
        assertThat(ownOptions(RESET, "reset option")).containsExactlyInAnyOrderElementsOf(only(resetHelp));
    }

    private static List<String> ownOptions(Markdown page, String table) {
        return page.table(table).stream()
                .map(row -> Markdown.code(row.get(0)).get(0))
                .toList();
    }

    private static List<String> only(String ofCommand) {
        List<String> all = new ArrayList<>(options(ofCommand));
        all.removeAll(options(help));
        return all;
    }

    @Test
    void the_guide_has_the_variable_of_each_option() {
        assertThat(COMMAND_LINE.table("option"))
                .filteredOn(row -> !row.get(0).matches(".*--(help|version)`"))
                .allSatisfy(row -> assertThat(Markdown.code(row.get(1)))
                        .startsWith("CLEAN_STALE_TYPES_"
                                + row.get(0)
                                        .replaceAll(".*--([a-z-]+).*", "$1")
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')));
    }

    static Stream<String> variablesThatCanBeWrong() {
        return COMMAND_LINE.table("option").stream()
                .flatMap(row -> Markdown.code(row.get(1)).stream())
                // any text is a pattern or an identifier, a file to write to is opened later, and a URL is told as its
                // option
                .filter(name -> !name.matches(".*_(SCHEMA|ROLLBACK_PREPARED|UNDO_FILE|DATABASE_URL)"));
    }

    @ParameterizedTest
    @MethodSource("variablesThatCanBeWrong")
    void the_variable_is_read(String variable) {
        Shell.Result result =
                new Shell(directory).export(variable, "no such thing").commandLine("clean");
        assertThat(result.exit()).as("%s", result).isEqualTo(2);
        assertThat(result.err()).contains(variable + ": ");
    }

    @Test
    void the_guide_has_the_exit_statuses() {
        String statuses = help.substring(help.indexOf("Exit status:")).replaceAll("\n {6}(?=\\S)", " ");
        assertThat(COMMAND_LINE.table("exit status"))
                .extracting(row -> row.get(0) + " " + row.get(1))
                .containsExactlyElementsOf(EXIT_STATUS
                        .matcher(statuses)
                        .results()
                        .map(m -> m.group(1) + " " + m.group(2))
                        .toList());
    }

    static List<Markdown> pages() {
        return Documentation.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void each_option_that_a_page_names_is_there(Markdown page) {
        Set<String> known = new HashSet<>(OF_OTHERS);
        known.addAll(named(NAMED_OPTION, Stream.of(help, guardHelp, resetHelp)));
        Stream.of("Main.java", "BenchCommand.java")
                .map(program -> Documentation.texts("chaos/src/main", program))
                .forEach(source -> known.addAll(named(NAMED_OPTION, source.stream())));
        assertThat(named(NAMED_OPTION, texts(page))).isSubsetOf(known);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void each_variable_that_a_page_names_is_read_by_something(Markdown page) {
        Set<String> known = named(
                NAMED_VARIABLE,
                Stream.of(
                                Stream.of(help, guardHelp),
                                Documentation.texts("extension/src/main", "").stream(),
                                Documentation.texts("sample-tests/src/startup", "").stream(),
                                variablesOfOptions())
                        .flatMap(texts -> texts));
        Set<String> named = named(NAMED_VARIABLE, texts(page).flatMap(line -> Markdown.code(line).stream()));
        BlockCheck.COMMAND_LINES
                .in(page)
                .forEach(block -> named.addAll(named(NAMED_VARIABLE, Stream.of(block.text()))));
        assertThat(named.stream().map(name -> name.replaceFirst("_FILE$", "")))
                .isSubsetOf(known.stream()
                        .map(name -> name.replaceFirst("_FILE$", ""))
                        .toList());
    }

    private static Stream<String> variablesOfOptions() {
        return named(NAMED_OPTION, Stream.of(help, guardHelp, resetHelp)).stream()
                .map(option -> "CLEAN_STALE_TYPES_"
                        + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What stands in its sentences, tables and command lines. */
    private static Stream<String> texts(Markdown page) {
        return Stream.concat(
                page.prose().stream(),
                BlockCheck.COMMAND_LINES.in(page).stream().map(Markdown.Block::text));
    }

    private static Set<String> named(Pattern pattern, Stream<String> texts) {
        return texts.flatMap(text -> pattern.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> documentedOptions() {
        return COMMAND_LINE.table("option").stream()
                .map(row -> String.join(", ", Markdown.code(row.get(0))))
                .toList();
    }

    /** What follows the list of commands mentions options again. */
    private static List<String> options(String text) {
        return OPTION.matcher(text.split("(?m)^Commands:", 2)[0])
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
