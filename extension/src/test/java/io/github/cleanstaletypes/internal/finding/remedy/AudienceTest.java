package io.github.cleanstaletypes.internal.finding.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.report.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What to do is told in the words of who reads it. */
class AudienceTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/cleanstaletypes");

    /** Of Prisma, whose command it is. */
    private static final Pattern OPTION = Pattern.compile("--(?!rolled-back|applied)[a-z]+");

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
        assertThat(Audience.FLYWAY.words(remedy)).isEqualTo(remedy).doesNotContain("--");
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
    void no_finding_speaks_of_an_option_itself() throws IOException {
        for (String room : new String[] {"report", "internal/finding", "internal/plan"}) {
            try (Stream<Path> files = Files.walk(MAIN.resolve(room))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> !file.endsWith("Audience.java")))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern(OPTION));
            }
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
