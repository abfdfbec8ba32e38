package io.github.cleanstaletypes.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarmlessTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "accounts_user", "größe 😀", "a'b\"c\\d <b>", "✅ ⚠️"})
    void leaves_text_that_harms_nobody(String text) {
        assertThat(Harmless.line(text)).isEqualTo(text);
        assertThat(Harmless.statements(text)).isEqualTo(text);
    }

    @ParameterizedTest(name = "U+{0}")
    @CsvSource({
        "0, 0",
        "7, 7",
        "9, 9",
        "a, a",
        "d, d",
        "1b, 1b",
        "7f, 7f",
        "85, 85",
        "9b, 9b",
        "ad, ad",
        "200b, 200b",
        "200e, 200e",
        "2028, 2028",
        "2029, 2029",
        "202e, 202e",
        "2066, 2066",
        "feff, feff",
        "e0041, e0041"
    })
    void escapes_what_a_terminal_obeys_or_an_eye_cannot_see(String hex, String escape) {
        String character = Character.toString(Integer.parseInt(hex, 16));

        assertThat(Harmless.line("a" + character + "b")).isEqualTo("a\\u{" + escape + "}b");
    }

    @Test
    void escapes_half_of_a_surrogate_pair() {
        assertThat(Harmless.line("\ud83d")).isEqualTo("\\u{d83d}");
    }

    @Test
    void keeps_the_lines_of_statements() {
        String statements =
                "CREATE TYPE a AS ENUM ('x', 'it''s');\nALTER TYPE a OWNER TO \"o\"\"1\";\nCOMMENT ON TYPE a IS 'c';";

        assertThat(Harmless.statements(statements)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\n✅ done\"", "'a\n✅ done'", "\"it's\n✅ done\"", "'say \"x\n✅ done'", "'it''s\n✅ done'"})
    void does_not_let_a_name_or_a_label_begin_a_line_of_its_own(String quoted) {
        assertThat(Harmless.statements("CREATE TYPE " + quoted + ";\nDROP").lines())
                .containsExactly("CREATE TYPE " + quoted.replace("\n", "\\u{a}") + ";", "DROP");
    }

    @Test
    void where_an_undo_is_as_it_has_to_be_run_each_reader_is_told_in_own_words() {
        String undo = "CREATE TYPE \"a\nb\" AS ENUM ();";
        assertThat(Harmless.undo(undo, Audience.COMMAND_LINE))
                .isEqualTo(
                        "-- Not to be run: some characters are shown as \\u{...} here. The JSON and the file of --undo-file have"
                                + " them as they are.\nCREATE TYPE \"a\\u{a}b\" AS ENUM ();");
        assertThat(Harmless.undo(undo, Audience.JUNIT))
                .contains(" here. A CleanupReport, which a test can have as a parameter, has them as they are.\n");
        assertThat(Harmless.undo(undo, Audience.FLYWAY))
                .contains(" here. Put each of them in the place of its number.\n");
        assertThat(Harmless.undo(undo, Audience.LIBRARY))
                .contains(" here. The undo of the result, in the CleanupReport, has them as they are.\n");
        assertThat(Harmless.undo("DROP TYPE x;", Audience.JUNIT)).isEqualTo("DROP TYPE x;");
    }
}
