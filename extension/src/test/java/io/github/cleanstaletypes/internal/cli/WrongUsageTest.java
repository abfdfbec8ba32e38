package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments that cannot be understood: one line that helps, exit 2, and nothing of what may be a password. */
class WrongUsageTest {

    private final CommandRun commandLine = CommandRun.withoutDatabase();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--fromat json          | unknown option '--fromat'; did you mean --format?",
                "--fromat=json          | unknown option '--fromat'; did you mean --format?",
                "check --tpye t         | unknown option '--tpye'; did you mean --type?",
                "--types t              | unknown option '--types'; did you mean --type?",
                "--dryrun               | unknown option '--dryrun'; did you mean --dry-run?",
                "--databse-url x        | unknown option '--databse-url'; did you mean --database-url?",
                "--colour               | unknown option '--colour'",
                "-x                     | unknown option '-x'",
                "clena                  | unknown command 'clena'; did you mean clean?",
                "chekc --type t         | unknown command 'chekc'; did you mean check?",
                "help clena             | unknown command 'clena'; did you mean clean?",
                "accounts_user          | unknown command (argument 1); names go behind --type, a URL behind --database-url",
                "check accounts_user    | unexpected argument (argument 2); names go behind --type, a URL behind --database-url",
                "--type                 | option --type lacks its NAME",
                "--type --strict        | option --type lacks its NAME",
                "--format text --format text | option --format is given twice",
                "--strict=certainly     | option --strict takes no value",
                "check --probe          | option --probe belongs to clean and guard, not to check",
                "--probe check          | option --probe belongs to clean and guard, not to check",
                "--type t wait          | option --type belongs to check, clean, guard and restore, not to wait",
                "restore --strict -q    | option --strict belongs to check, clean and guard, not to restore",
                "explain -q /nosuch     | option -q belongs to check, clean, guard, wait, restore and reset, not to explain",
                "--quiet explain /nosuch | option --quiet belongs to check, clean, guard, wait, restore and reset, not to explain",
                "check --retries=3      | option --retries belongs to guard, not to check",
                "--retries 3            | option --retries belongs to guard, and stands behind that word",
                "--retries 3 guard true | option --retries belongs to guard, and stands behind that word",
                "--probe help           | option --probe belongs to clean and guard, not to help",
            })
    void is_told_in_one_line_with_what_may_be_meant(String arguments, String message) {
        Outcome outcome = commandLine.run(arguments.split(" "));

        assertThat(outcome.errorLines())
                .singleElement()
                .asString()
                .startsWith("clean-stale-types: " + message + " (see ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void names_the_help_of_the_command_that_was_meant() {
        assertThat(commandLine.run("restore", "--typ", "x").err())
                .endsWith(" (see clean-stale-types restore --help)\n");
        assertThat(commandLine.run("--typ", "x").err()).endsWith(" (see clean-stale-types --help)\n");
    }

    @Test
    void of_guard_is_told_with_its_own_exit_status() {
        for (String[] arguments :
                new String[][] {{"guard", "--format", "json", "true"}, {"--format=json", "guard", "true"}}) {
            Outcome outcome = commandLine.run(arguments);

            assertThat(outcome.errorLines())
                    .singleElement()
                    .asString()
                    .startsWith(
                            "clean-stale-types: option --format belongs to check, clean, wait, restore, reset and explain, not to guard");
            assertThat(outcome.exitCode()).isEqualTo(125);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--databse-url=postgresql://u:hunter2@h/d",
                "--databse-url postgresql://u:hunter2@h/d",
                "postgresql://u:hunter2@h/d",
                "check postgresql://u:hunter2@h/d",
                "help postgresql://u:hunter2@h/d",
                "--type --database-url=postgresql://u:hunter2@h/d",
                "--strict=postgresql://u:hunter2@h/d",
                "--database-url postgresql://u:x hunter2",
                "--database-url postgresql://u:x hunter2@h/d",
                "--password=hunter2",
                "--password hunter2",
                "-phunter2",
                "-W hunter2",
                "-qWhunter2",
                "check -vphunter2",
            })
    void never_shows_what_may_be_a_password(String arguments) {
        for (String format : new String[] {"text", "json"}) {
            Outcome outcome = commandLine.run((arguments + " --format " + format).split(" "));

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.everything()).isNotBlank().doesNotContain("hunter2");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format json --fromat x",
                "--fromat x --format json",
                "--format=json --fromat x",
                "check --format=JSON --fromat x",
                "restore --format json unexpected",
                "help nosuch --format json",
                "check --probe --format json",
                "--format json --probe check",
            })
    void is_told_as_json_where_json_was_asked_for(String arguments) {
        Outcome outcome = commandLine.run(arguments.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.json().error()).containsAnyOf("unknown", "unexpected", "belongs to");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void is_told_as_json_where_the_variable_asks_for_it() {
        Outcome outcome = commandLine.with("CLEAN_STALE_TYPES_FORMAT", "json").run("check", "--fromat");

        assertThat(outcome.json().text("command")).isEqualTo("check");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CLEAN_STALE_TYPES_QUIET", "CLEAN_STALE_TYPES_VERBOSE", "CLEAN_STALE_TYPES_NO_COLOR"})
    void is_told_as_json_if_another_option_about_printing_is_wrong(String variable) {
        Outcome outcome = commandLine.with(variable, "maybe").run("--format", "json");

        assertThat(outcome.json().error()).isEqualTo(variable + ": the value is neither true nor false");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void shows_no_control_character_of_an_argument() {
        for (String argument : new String[] {"--\u001b[31m", "--format=\u202e\u001b[31m", "--wait=\n0"}) {
            Outcome outcome = commandLine.run(argument);

            assertThat(outcome.errorLines()).hasSize(1);
            assertThat(outcome.everything()).doesNotContain("\u001b", "\u202e");
            assertThat(outcome.exitCode()).isEqualTo(2);
        }
    }
}
