package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.cli.CommandRun.Outcome;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where options may stand, and what their variables do. Only looks, so that all tests share one database. */
class OptionsTest {

    private static TestDatabase database;
    private static CommandRun commandLine;

    @BeforeAll
    static void createUnusedTypes() {
        database = PostgresServer.of("18.6").createDatabase();
        commandLine = CommandRun.on(database);
        database.execute(
                "CREATE TYPE a AS ENUM ()",
                "CREATE TYPE b AS ENUM ()",
                "CREATE TYPE c AS ENUM ()",
                "CREATE TYPE \"My Type\" AS ENUM ()",
                "CREATE TYPE \"x,\"\"y\" AS ENUM ()",
                "CREATE SCHEMA tenant_1",
                "CREATE TYPE tenant_1.a AS ENUM ()",
                "CREATE TYPE tenant_1.d AS ENUM ()",
                "CREATE SCHEMA tenant_2",
                "CREATE TYPE tenant_2.d AS ENUM ()",
                "CREATE TABLE health (a int)");
    }

    @AfterAll
    static void dropDatabase() {
        database.close();
    }

    static Stream<List<String>> placesOfTheSameOptions() {
        return Stream.of(
                List.of("--type", "a", "--type", "b", "--type", "c", "check"),
                List.of("check", "--type", "a", "--type", "b", "--type", "c"),
                List.of("--type", "a", "check", "--type", "b", "--type", "c"),
                List.of("--type", "a", "--type", "b", "check", "--type", "c"),
                List.of("--type=a", "check", "--type=b,c"),
                List.of("--type", "a,b,c", "check"),
                List.of("--type", " a , B,\tc ", "check"),
                List.of("--type", "public.a,\"b\"", "check", "--type", "C", "--type", "a"));
    }

    @ParameterizedTest
    @MethodSource("placesOfTheSameOptions")
    void stand_before_or_after_the_command_repeated_or_with_commas(List<String> arguments) {
        assertThat(found(commandLine, arguments.toArray(String[]::new)))
                .containsExactlyInAnyOrder("public.a", "public.b", "public.c");
    }

    @Test
    void without_a_command_clean() {
        Outcome outcome = commandLine.run("--type", "a", "--dry-run", "--format", "json");

        assertThat(outcome.json().text("command")).isEqualTo("clean");
        assertThat(outcome.json().finding()).containsEntry("outcome", "planned");
    }

    @Test
    void take_names_as_sql_writes_them() {
        assertThat(found(commandLine, "check", "--type", "\"My Type\",\"x,\"\"y\",tenant_1.d"))
                .containsExactlyInAnyOrder("public.My Type", "public.x,\"y", "tenant_1.d");
        assertThat(found(commandLine, "check", "--type", "My_Type,\"A\",d")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tenant_1            | tenant_1.a tenant_1.d",
                "tenant_*            | tenant_1.a tenant_1.d tenant_2.d",
                "tenant_?,public     | public.a tenant_1.a tenant_1.d tenant_2.d",
                "tenant_1, tenant_2  | tenant_1.a tenant_1.d tenant_2.d",
                "TENANT_*            | ''",
            })
    void narrow_the_schemas_by_patterns(String globs, String types) {
        List<String> expected =
                Stream.of(types.split(" ")).filter(type -> !type.isEmpty()).toList();

        assertThat(found(commandLine, "check", "--type", "a,d", "--schema", globs))
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(found(commandLine.with("CLEAN_STALE_TYPES_SCHEMA", globs), "check", "--type", "a,d"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void narrow_the_schemas_by_patterns_before_and_after_the_command() {
        assertThat(found(commandLine, "--schema", "tenant_1", "check", "--type", "d", "--schema", "tenant_2"))
                .containsExactlyInAnyOrder("tenant_1.d", "tenant_2.d");
    }

    @Test
    void claim_every_unused_type() {
        List<String> all = List.of(
                "public.a",
                "public.b",
                "public.c",
                "public.My Type",
                "public.x,\"y",
                "tenant_1.a",
                "tenant_1.d",
                "tenant_2.d");

        assertThat(found(commandLine, "check", "--all-unused")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(found(commandLine, "--all-unused", "check")).containsExactlyInAnyOrderElementsOf(all);
        assertThat(found(commandLine.with("CLEAN_STALE_TYPES_ALL_UNUSED", "true"), "check"))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(found(commandLine, "check", "--all-unused", "--schema", "tenant_1"))
                .containsExactlyInAnyOrder("tenant_1.a", "tenant_1.d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STALE_TYPES", "CLEAN_STALE_TYPES_TYPE"})
    void for_names_have_variables_that_written_ones_replace(String variable) {
        CommandRun withNames = commandLine.with(variable, "a, tenant_1.d,\"My Type\"");

        assertThat(found(withNames, "check")).containsExactlyInAnyOrder("public.a", "tenant_1.d", "public.My Type");
        assertThat(found(withNames, "check", "--type", "b")).containsExactly("public.b");
        assertThat(found(commandLine.with(variable, ""), "check")).isEmpty();
    }

    @Test
    void for_names_must_not_have_both_variables() {
        Outcome outcome = commandLine
                .with("STALE_TYPES", "a")
                .with("CLEAN_STALE_TYPES_TYPE", "b")
                .run("check");

        assertThat(outcome.err())
                .isEqualTo(
                        "clean-stale-types: CLEAN_STALE_TYPES_TYPE and STALE_TYPES are both set; unset one of them\n");
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "yes", "on", "TRUE", "Yes"})
    void that_are_flags_have_variables_that_say_yes(String yes) {
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_STRICT", yes)
                        .run("check", "--type", "health")
                        .exitCode())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", "no", "off", "FALSE", ""})
    void that_are_flags_have_variables_that_say_no(String no) {
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_STRICT", no)
                        .run("check", "--type", "health")
                        .exitCode())
                .isZero();
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_STRICT", no)
                        .run("check", "--type", "health", "--strict")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void about_printing_have_variables_too() {
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_FORMAT", "json")
                        .run("check")
                        .json()
                        .findings())
                .isEmpty();
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_FORMAT", "json")
                        .run("check", "--format", "text")
                        .out())
                .startsWith("Checking");
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_QUIET", "true")
                        .run("check")
                        .everything())
                .isEmpty();
        assertThat(commandLine
                        .with("CLEAN_STALE_TYPES_VERBOSE", "true")
                        .run("check")
                        .err())
                .startsWith("Connected to ");
    }

    @Test
    void that_name_the_database_win_over_its_other_settings() {
        CommandRun elsewhere = commandLine.with("DATABASE_URL", "postgresql://postgres@localhost:1/nowhere");
        String here = CommandRun.url(database, "postgres");

        assertThat(elsewhere
                        .with("CLEAN_STALE_TYPES_DATABASE_URL", here)
                        .run("check")
                        .exitCode())
                .isZero();
        assertThat(elsewhere.run("check", "--database-url", here).exitCode()).isZero();
        assertThat(elsewhere.run("--database-url", here, "check").exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "STALE_TYPES                        | a-b     | name 1 is not a type's name",
                "CLEAN_STALE_TYPES_TYPE             | a,,b    | name 2 is not a type's name: it has an empty part",
                "CLEAN_STALE_TYPES_TYPES_FILE       | /nosuch | (not shown, it may be a password and no path) cannot be read: no such file or directory",
                "CLEAN_STALE_TYPES_ALL_UNUSED       | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_SCHEMA           | a,      | the value has an empty pattern",
                "CLEAN_STALE_TYPES_ALL_DATABASES    | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_TERMINATE_IDLE_AFTER | 999ms | the value is too short: between two statements every",
                "CLEAN_STALE_TYPES_STRICT           | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_DRY_RUN          | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_UNDO_FILE        | /no/x   | (not shown, it may be a password and no path) cannot be written: no such file or directory",
                "CLEAN_STALE_TYPES_WAIT             | soon    | the value is not a time; write 30s, 5m, 500ms or 0",
                "CLEAN_STALE_TYPES_LOCK_WAIT        | -1s     | the value is not a time; write 30s, 5m, 500ms or 0",
                "CLEAN_STALE_TYPES_CREATORS_WAIT    | 1.5s    | the value is not a time; write 30s, 5m, 500ms or 0",
                "CLEAN_STALE_TYPES_FORMAT           | xml     | the value is not a format; there are text and json",
                "CLEAN_STALE_TYPES_QUIET            | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_VERBOSE          | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_NO_COLOR         | maybe   | the value is neither true nor false",
                "CLEAN_STALE_TYPES_DATABASE_URL     | mysql://h/d |",
                "DATABASE_URL                       | mysql://h/d |",
            })
    void that_are_wrong_are_told_by_the_name_of_their_variable(String variable, String value, String why) {
        Outcome outcome = commandLine.with(variable, value).run();

        assertThat(outcome.errorLines())
                .singleElement()
                .asString()
                .startsWith("clean-stale-types: " + variable + ": " + (why == null ? "" : why));
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @Test
    void of_other_commands_have_variables_that_are_passed_over() {
        CommandRun wrong = commandLine
                .with("STALE_TYPES", "a-b")
                .with("CLEAN_STALE_TYPES_UNDO_FILE", "/nosuch/undo.sql")
                .with("CLEAN_STALE_TYPES_PROBE", "maybe")
                .with("CLEAN_STALE_TYPES_LOCK_WAIT", "soon");
        assertThat(wrong.run("wait").exitCode()).isZero();
        assertThat(wrong.run("check").err()).contains("STALE_TYPES: ");
        Outcome guard = commandLine
                .with("CLEAN_STALE_TYPES_ALL_DATABASES", "true")
                .with("CLEAN_STALE_TYPES_FORMAT", "xml")
                .run("guard", "--", "true");
        assertThat(guard.exitCode()).as(guard.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--type=a-b",
                "--schema=",
                "--wait=soon",
                "--terminate-idle-after=0",
                "--format=xml",
                "--types-file=/nosuch",
                "--undo-file=/no/x",
                "--database-url=mysql://h/d",
                "--database-url="
            })
    void that_are_wrong_are_told_by_their_own_name(String argument) {
        Outcome outcome = commandLine.run(argument);

        assertThat(outcome.errorLines())
                .singleElement()
                .asString()
                .startsWith("clean-stale-types: " + argument.split("=")[0] + ": ");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5", "500ms", "2 s", "3M", "1min", "2h", "999999999h"})
    void that_are_times_have_a_unit_or_are_seconds(String time) {
        // a clean, which counts the longest in nanoseconds
        assertThat(commandLine
                        .run("--type", "nothing", "--wait", time, "--lock-wait", time, "--creators-wait", time)
                        .exitCode())
                .isZero();
    }

    /** The names that a check finds, with their schemas. */
    private static List<String> found(CommandRun commandLine, String... arguments) {
        Outcome outcome = commandLine.with("CLEAN_STALE_TYPES_FORMAT", "json").run(arguments);
        assertThat(outcome.exitCode()).isLessThanOrEqualTo(1);
        return outcome.json().findings().stream()
                .map(finding -> finding.get("schema") + "." + finding.get("name"))
                .toList();
    }
}
