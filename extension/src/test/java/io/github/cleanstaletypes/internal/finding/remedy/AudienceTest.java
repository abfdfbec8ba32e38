package io.github.cleanstaletypes.internal.finding.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.report.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do is told in the words of who reads it. */
class AudienceTest {

    @Test
    void a_name_is_claimed_by_an_option_an_annotation_or_a_call_and_in_flyway_by_a_pending_script() {
        String remedy = "Remove it: " + Calls.clean("public.mood") + ". By hand: DROP TYPE public.mood RESTRICT;";

        assertThat(Audience.COMMAND_LINE.words(remedy))
                .isEqualTo("Remove it: clean --type 'public.mood'. By hand: DROP TYPE public.mood RESTRICT;");
        assertThat(Audience.JUNIT.words(remedy))
                .isEqualTo("Remove it: @CleanStaleTypes(\"public.mood\"). By hand: DROP TYPE public.mood RESTRICT;");
        assertThat(Audience.FLYWAY.words(remedy))
                .isEqualTo("Remove it: CleanStaleTypesCallback does that, before a migration that creates this name."
                        + " By hand: DROP TYPE public.mood RESTRICT;");
        assertThat(Audience.LIBRARY.words(remedy)).isEqualTo(remedy);
    }

    @Test
    void more_time_is_given_where_the_reader_can_give_it() {
        String remedy = new Result(anything(), Outcome.REFUSED, Refusal.CREATOR, "", Optional.empty()).remedy();

        assertThat(Audience.COMMAND_LINE.words(remedy)).endsWith(" wait longer for it: --creators-wait 30s.");
        assertThat(Audience.JUNIT.words(remedy)).endsWith(" wait longer for it: creatorsWait = \"30s\".");
        assertThat(Audience.FLYWAY.words(remedy))
                .endsWith(
                        " wait longer for it: StaleTypes.in(dataSource).waitingForCreators(Duration.ofSeconds(30)), since"
                                + " CleanStaleTypesCallback has no setting for that.");
        assertThat(Audience.LIBRARY.words(remedy)).isEqualTo(remedy);
    }

    @Test
    void the_command_line_has_a_command_for_each_call() {
        String quarantined = new Result(anything(), Outcome.QUARANTINED, null, "", Optional.empty()).remedy();

        assertThat(Audience.COMMAND_LINE.words(quarantined)).endsWith("To have it back: restore");
        assertThat(Audience.COMMAND_LINE.words(Calls.RESTORE)).isEqualTo("restore");
        assertThat(Audience.COMMAND_LINE.words(Calls.CHECK)).isEqualTo("check");
        assertThat(Audience.COMMAND_LINE.words(Calls.FREE_LOCKS)).isEqualTo("clean --free-locks");
        assertThat(Audience.JUNIT.words(Calls.FREE_LOCKS)).isEqualTo("@CleanStaleTypes(freeLocks = true)");
        assertThat(Audience.COMMAND_LINE.words(Calls.restore("app.x") + " or " + Calls.restore("app.y") + "."))
                .isEqualTo("restore --type 'app.x' or restore --type 'app.y'.");
        for (Audience java : new Audience[] {Audience.JUNIT, Audience.FLYWAY, Audience.LIBRARY}) {
            assertThat(java.words(quarantined)).endsWith(Calls.RESTORE);
            assertThat(java.words(Calls.restore("app.x"))).isEqualTo(Calls.restore("app.x"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"My Type\"",
                "\"a\"\"b\"",
                "\"x\\\"",
                "\"x\\\\\"\"\"",
                "\"it's\"",
                "\"). clean() \"",
                "\"claiming(\"\"y\"\").clean()\"",
                "\"$1 \\1\"",
                "größe"
            })
    void any_name_is_one_word_of_a_shell_and_one_literal_of_java(String name) {
        assertThat(Audience.COMMAND_LINE.words("x " + Calls.clean(name) + " y"))
                .isEqualTo("x clean --type '" + name.replace("'", "'\\''") + "' y");
        assertThat(Audience.JUNIT.words("x " + Calls.clean(name) + " y"))
                .isEqualTo("x @CleanStaleTypes(\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\") y");
    }

    @Test
    void looks_are_commands_with_options_and_calls_elsewhere() {
        Map.of(
                        Calls.CHECK_STRICTLY,
                        "check --strict",
                        Calls.CHECK_ALL_UNUSED,
                        "check --all-unused",
                        Calls.CHECK_PENDING,
                        "check --migrations DIR",
                        Calls.check("app.x"),
                        "check --type 'app.x' --strict",
                        Calls.cleanStrictly(List.of("a", "b")),
                        "clean --type 'a' --type 'b' --strict",
                        "claim them, or " + Calls.ALL_UNUSED,
                        "claim them, or --all-unused")
                .forEach((call, command) -> {
                    assertThat(Audience.COMMAND_LINE.words(call + ".")).isEqualTo(command + ".");
                    assertThat(Audience.JUNIT.words(call)).isEqualTo(call);
                    assertThat(Audience.LIBRARY.words(call)).isEqualTo(call);
                });
        assertThat(Audience.FLYWAY.words(Calls.CHECK_PENDING + "."))
                .isEqualTo("CleanStaleTypesCallback tells what is in the way, before the next migration.");
        assertThat(Audience.FLYWAY.words(Calls.CHECK_STRICTLY)).isEqualTo(Calls.CHECK_STRICTLY);
    }

    @Test
    void what_has_no_call_is_said_in_other_words() {
        assertThat(Audience.COMMAND_LINE.words("one at a time: " + Phrase.GUARD.words() + "."))
                .isEqualTo("one at a time: guard -- COMMAND.");
        assertThat(Audience.JUNIT.words("one at a time: " + Phrase.GUARD.words() + "."))
                .isEqualTo("one at a time: @CleanStaleTypes(exclusive = true) on each class.");
        for (Audience java : new Audience[] {Audience.FLYWAY, Audience.LIBRARY}) {
            assertThat(java.words("one at a time: " + Phrase.GUARD.words() + "."))
                    .isEqualTo("one at a time: MigrationGuard.in(dataSource) around each.");
        }
    }

    @Test
    void what_a_database_calls_its_functions_is_left_as_it_is() {
        String names = "function clean() uses it, and app.claimingAllUnused(), check() and x.restore()";
        for (Audience reader : Audience.values()) {
            assertThat(reader.words(names)).isEqualTo(names);
        }
    }

    private static Finding anything() {
        return new Finding(
                FindingCode.UNUSED_TYPE,
                new Subject("public", "mood", 1, "enum", "public.mood"),
                "t",
                "l",
                null,
                null,
                "e",
                "r",
                Map.of());
    }
}
