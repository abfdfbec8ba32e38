package io.github.cleanstaletypes.internal.cli.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.internal.cli.syntax.Arguments.Asks;
import io.github.cleanstaletypes.internal.cli.syntax.WrongArgumentException.Kind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How arguments are read, where scripts depend on it. */
class ArgumentReaderTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "guard a -q --help        | a -q --help",
                "guard -v a -- b          | a -- b",
                "guard -- -x --           | -x --",
                "guard -- -- y            | -- y",
                "--strict guard --wait 0 check --wait 1 | check --wait 1",
                "explain -                | -",
                "explain -- -x            | -x",
                "explain f                | f",
            })
    void operands_begin_where_they_begin(String arguments, String operands) throws WrongArgumentException {
        assertThat(ArgumentReader.read(arguments.split(" ")).operands()).containsExactly(operands.split(" "));
    }

    @Test
    void letters_can_stand_together() throws WrongArgumentException {
        Arguments given = ArgumentReader.read("-qv", "check");

        assertThat(given.flag(Option.QUIET)).isTrue();
        assertThat(given.flag(Option.VERBOSE)).isTrue();
        assertThat(given.flag(Option.STRICT)).isNull();
        assertThat(ArgumentReader.read("check", "-q=false").flag(Option.QUIET)).isFalse();
    }

    @Test
    void what_stands_behind_the_command_wins_or_is_added() throws WrongArgumentException {
        Arguments given = ArgumentReader.read(
                "--wait",
                "1",
                "--type=a",
                "--type",
                "b",
                "check",
                "--wait=",
                "--type",
                "check",
                "--type",
                "-x",
                "--type",
                "\"y\"");

        assertThat(given.command()).isEqualTo(Command.CHECK);
        assertThat(given.text(Option.WAIT)).isEmpty();
        assertThat(given.texts(Option.TYPE)).containsExactly("a", "b", "check", "-x", "\"y\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check --bogus --help",
                "check --strict=x -h",
                "check foo --help",
                "check --wait 1 --wait 2 -h",
                "check -Vh"
            })
    void who_asks_for_help_gets_it_whatever_else_is_wrong(String arguments) throws WrongArgumentException {
        Arguments given = ArgumentReader.read(arguments.split(" "));

        assertThat(given.asks()).isEqualTo(Asks.HELP);
        assertThat(given.helpOf()).isEqualTo(Command.CHECK);
        assertThat(ArgumentReader.read("-V", "--bogus").asks()).isEqualTo(Asks.VERSION);
        assertThat(ArgumentReader.read("foo", "--help").helpOf()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--type                 | WITHOUT_VALUE   | --type",
                "--type --strict        | WITHOUT_VALUE   | --type",
                "--type -qv             | WITHOUT_VALUE   | --type",
                "--type --              | WITHOUT_VALUE   | --type",
                "--wait check           | WITHOUT_VALUE   | --wait",
                "check --strict --strict | TWICE          | --strict",
                "-q --quiet             | TWICE           | --quiet",
                "check --strict=yes     | WITH_VALUE      | --strict",
                "guard                  | WITHOUT_OPERAND | CMD",
                "guard --strict --      | WITHOUT_OPERAND | CMD",
                "-- check               | UNKNOWN         | check",
                "check check            | UNKNOWN         | check",
                "explain a b            | UNKNOWN         | b",
                "-qx                    | UNKNOWN         | -x",
                "-strict                | UNKNOWN         | -strict",
                "-wait 5                | UNKNOWN         | -wait",
                "-wait55                | UNKNOWN         | -wait55",
                "-wait=5                | UNKNOWN         | -wai",
                "-w                     | UNKNOWN         | -w",
                "--q                    | UNKNOWN         | --q",
                "--=x                   | UNKNOWN         | --=x",
                "-qcheck                | UNKNOWN         | -check",
                "-qx=5                  | UNKNOWN         | -x=5",
                "-qv=5                  | WITH_VALUE      | --verbose",
                "foo check --type       | UNKNOWN         | foo",
                "--type check check     | WITHOUT_VALUE   | --type",
                "--wait 1 --wait 2 --type | TWICE           | --wait",
                "--typ=a                | UNKNOWN         | --typ=a",
                "--retries 3 guard true | UNKNOWN         | --retries",
                "--probe check          | UNKNOWN         | --probe",
                "help nosuch            | UNKNOWN         | nosuch",
            })
    void the_first_thing_that_is_wrong_is_told(String arguments, Kind kind, String argument) {
        WrongArgumentException wrong =
                catchThrowableOfType(WrongArgumentException.class, () -> ArgumentReader.read(arguments.split(" ")));

        assertThat(wrong.kind()).isEqualTo(kind);
        assertThat(wrong.argument()).isEqualTo(argument);
    }

    @Test
    void each_option_is_named_as_its_variable_is() {
        for (Option option : Option.values()) {
            assertThat(option.variable())
                    .isEqualTo("CLEAN_STALE_TYPES_"
                            + option.text()
                                    .substring(2)
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_'));
            assertThat(Option.of(option.text())).isEqualTo(option);
        }
        assertThat(List.of(Command.values()))
                .allSatisfy(command -> assertThat(Command.of(command.word())).isEqualTo(command));
    }
}
