package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.internal.cli.syntax.DescriptionFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help, which needs no settings and no database. */
class HelpTest {

    private static final String[] COMMANDS = {"check", "clean", "guard", "wait", "restore", "reset", "explain"};
    private static final List<String> OPTIONS = List.of(
            "--database-url",
            "--type",
            "--types-file",
            "--migrations",
            "--all-unused",
            "--schema",
            "--all-databases",
            "--strict",
            "--probe",
            "--dry-run",
            "--undo-file",
            "--rollback-prepared",
            "--terminate-idle-after",
            "--free-locks",
            "--wait",
            "--lock-wait",
            "--creators-wait",
            "--format",
            "-q,",
            "-v,",
            "--no-color");

    private final CommandRun commandLine = CommandRun.withoutDatabase();

    @Test
    void teaches_by_examples_exit_codes_and_variables() {
        Outcome help = commandLine.run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .contains(COMMANDS)
                .contains("java -jar clean-stale-types-cli.jar check --type accounts_user")
                .contains(
                        "STALE_TYPES=",
                        "CLEAN_STALE_TYPES_LOCK_WAIT",
                        "DATABASE_URL",
                        "PGHOST",
                        "POSTGRES_HOST",
                        "DB_HOST")
                .containsSubsequence("Exit status:", "\n  0 ", "\n  1 ", "\n  2 ", "\n  3 ", "\n  70 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "check --help",
                "clean --help",
                "guard --help",
                "wait -h",
                "restore --help",
                "reset --help",
                "explain --help",
                "help",
                "help clean"
            })
    void fits_on_eighty_columns(String arguments) {
        Outcome help = commandLine.run(arguments.split(" "));

        assertThat(help.exitCode()).isZero();
        assertThat(help.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(help.out()).contains("Examples:\n  ").doesNotContain("\u001b");
    }

    @Test
    void of_each_command_has_the_options_that_it_heeds_and_no_others() {
        assertThat(commandLine.run("help").out()).contains(OPTIONS);
        assertThat(commandLine.run("clean", "--help").out()).contains(OPTIONS);
        assertThat(OPTIONS).filteredOn(option -> !isIn("guard", option)).containsExactly("--all-databases", "--format");
        assertThat(OPTIONS)
                .filteredOn(option -> !isIn("check", option))
                .containsExactly(
                        "--probe",
                        "--dry-run",
                        "--undo-file",
                        "--rollback-prepared",
                        "--terminate-idle-after",
                        "--free-locks",
                        "--lock-wait",
                        "--creators-wait");
        assertThat(OPTIONS)
                .filteredOn(option -> isIn("restore", option))
                .containsExactly(
                        "--database-url",
                        "--type",
                        "--types-file",
                        "--schema",
                        "--all-databases",
                        "--dry-run",
                        "--wait",
                        "--lock-wait",
                        "--format",
                        "-q,",
                        "-v,",
                        "--no-color");
        assertThat(OPTIONS)
                .filteredOn(option -> isIn("reset", option))
                .containsExactly(
                        "--database-url", "--dry-run", "--wait", "--lock-wait", "--format", "-q,", "-v,", "--no-color");
        assertThat(OPTIONS)
                .filteredOn(option -> isIn("wait", option))
                .containsExactly("--database-url", "--migrations", "--wait", "--format", "-q,", "-v,", "--no-color");
        assertThat(OPTIONS)
                .filteredOn(option -> isIn("explain", option))
                .containsExactly("--database-url", "--migrations", "--wait", "--format");
        for (String aid : new String[] {"help", "generate-completion"}) {
            assertThat(OPTIONS).noneMatch(option -> isIn(aid, option));
        }
    }

    private boolean isIn(String command, String option) {
        return commandLine
                .run(command, "--help")
                .out()
                .lines()
                .anyMatch(line -> line.matches(" {2,6}" + option + "([ =].*)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "check", "clean", "guard", "wait", "restore", "reset", "explain"})
    void has_examples_that_a_shell_and_this_program_understand_line_by_line(String command) throws Exception {
        String help = commandLine.run((command + " --help").strip().split(" ")).out();
        List<String> examples = help.substring(help.indexOf("Examples:\n") + "Examples:\n".length())
                .lines()
                .takeWhile(line -> !line.isBlank())
                .map(String::strip)
                .filter(line -> !line.startsWith("# "))
                .toList();

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(new ProcessBuilder("bash", "-n", "-c", example).start().waitFor())
                    .as(example)
                    .isZero();
            assertThat(example).matches("([A-Z_]+=\\S+ |.* \\| )?java -jar clean-stale-types-cli\\.jar( .*)?");
            String arguments =
                    example.substring(example.indexOf(".jar") + ".jar".length()).strip();
            if (!arguments.isEmpty() && !arguments.equals("explain")) {
                assertThat(commandLine
                                .run(arguments.replace("'", "").split(" "))
                                .everything())
                        .as(example)
                        .isNotEmpty()
                        .doesNotContain("unknown option", "unknown command", "unexpected", "belongs to", "lacks");
            }
        }
    }

    @Test
    void shows_the_name_of_a_type_before_options_that_fewer_people_need() {
        assertThat(commandLine.run("--help").out()).containsSubsequence(OPTIONS);
    }

    @Test
    void of_a_command_is_the_same_asked_for_in_either_way() {
        for (String command : COMMANDS) {
            assertThat(commandLine.run("help", command).out())
                    .isEqualTo(commandLine.run(command, "--help").out())
                    .contains("Usage: clean-stale-types " + command + " ", "jar " + command);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "check --version"})
    void tells_the_version(String arguments) {
        Outcome version = commandLine.run(arguments.split(" "));

        assertThat(version.out()).matches("clean-stale-types \\S+\n");
        assertThat(version.exitCode()).isZero();
    }

    @Test
    void generates_a_completion_that_bash_can_read(@TempDir Path directory) throws IOException, InterruptedException {
        Outcome completion = commandLine.run("generate-completion");
        Path script = Files.writeString(directory.resolve("completion"), completion.out());

        Process bash = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .start();

        assertThat(bash.getInputStream().readAllBytes()).asString().isEmpty();
        assertThat(bash.waitFor()).isZero();
        assertThat(completion.out()).contains(COMMANDS).contains("--types-file", "--rollback-prepared");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "che                   | check",
                "check --all-          | --all-unused --all-databases",
                "check --format ''     | text json",
                "check --format = j    | json",
                "wait --type           | ''",
                "--lock-w              | --lock-wait",
                "guard --on-lock-lost s | stop",
                "guard --lock ''       | ''",
                "help ex               | explain",
                "explain /etc/os-rel    | /etc/os-release",
                "--types-file /etc/os-rel | /etc/os-release",
                "--migrations /et      | /etc",
                "generate-completion z | zsh",
            })
    void completes_in_bash(String words, String offered, @TempDir Path directory) throws Exception {
        String script = commandLine.run("generate-completion").out()
                + "COMP_WORDS=(clean-stale-types " + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                + "_clean_stale_types; echo \"${COMPREPLY[*]}\"\n";
        Process bash = new ProcessBuilder(
                        "bash",
                        Files.writeString(directory.resolve("completion"), script)
                                .toString())
                .redirectErrorStream(true)
                .start();

        assertThat(bash.getInputStream().readAllBytes()).asString().isEqualTo(offered + "\n");
    }

    @Test
    void is_a_manual_page_too_with_all_options(@TempDir Path directory) throws IOException {
        DescriptionFiles.main(directory.toString(), "1.0");

        for (String command : COMMANDS) {
            String page = Files.readString(directory.resolve("man/man1/clean-stale-types-" + command + ".1"));
            assertThat(page)
                    .contains(".SH NAME\nclean\\-stale\\-types\\-" + command, ".SH EXAMPLES\n")
                    .doesNotContain("java \\-jar");
            OPTIONS.stream()
                    .filter(option -> option.startsWith("--") && isIn(command, option))
                    .forEach(option -> assertThat(page).contains("\\fB" + option.replace("-", "\\-") + "\\fR"));
        }
        assertThat(directory.resolve("zsh/site-functions/_clean-stale-types"))
                .content()
                .startsWith("#compdef clean-stale-types\n")
                .contains("--database-url=", "'--format=[text or json.]:FORMAT:(text json)'");
    }
}
