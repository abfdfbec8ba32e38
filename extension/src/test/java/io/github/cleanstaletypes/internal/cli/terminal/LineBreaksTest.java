package io.github.cleanstaletypes.internal.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines are broken for a terminal, and only there. */
class LineBreaksTest {

    private static final String PROSE =
            "   The enum public.mood exists and nothing uses it: the next CREATE of that name fails with 42710.";

    @ParameterizedTest
    @ValueSource(ints = {20, 33, 40, 79, 80, 200})
    void a_line_is_broken_between_words_and_stands_as_far_in(int width) {
        assertThat(LineBreaks.of(PROSE, width))
                .allMatch(piece -> piece.length() <= width)
                .allMatch(piece -> piece.startsWith("   ") && !piece.startsWith("    ") && !piece.endsWith(" "));
        assertThat(String.join(" ", LineBreaks.of(PROSE, width)).replaceAll(" +", " "))
                .isEqualTo(PROSE.replaceAll(" +", " "));
    }

    @Test
    void as_much_as_fits_stands_on_a_line() {
        assertThat(LineBreaks.of("  abc de fgh ij", 8)).containsExactly("  abc de", "  fgh ij");
        assertThat(LineBreaks.of("  abc de fgh ij", 9)).containsExactly("  abc de", "  fgh ij");
        assertThat(LineBreaks.of("  abc de fgh ij", 7)).containsExactly("  abc", "  de", "  fgh", "  ij");
        assertThat(LineBreaks.of("⚠️  " + "x".repeat(40) + " y", 20)).containsExactly("⚠️ ", "x".repeat(40), "y");
        assertThat(LineBreaks.of("", 20)).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clean --type 'public.mood'",
                "clean --type 'a b' --type 'it'\\''s one'",
                "check --type '\"My Type\"' --strict",
                "check --migrations DIR",
                "clean --free-locks",
                "restore --type 'public.stale_16401_mood'",
                "DROP TYPE public.mood RESTRICT;",
                "DROP INDEX CONCURRENTLY public.\"My; Index\";",
                "SELECT pg_terminate_backend(4711);",
                "SELECT a, count(*) FROM t WHERE x = 'p; q' GROUP BY a HAVING count(*) > 1;",
                "ALTER TABLE t DETACH PARTITION p FINALIZE;",
                "ROLLBACK PREPARED 'a gid';",
                "flyway repair",
                "liquibase release-locks",
                "knex migrate:unlock",
                "prisma migrate resolve --rolled-back 20240101_x",
                "migrate force 7",
                "\"My Type\"",
            })
    void what_can_be_pasted_stays_in_one_piece(String command) {
        for (int width = 20; width < 100; width++) {
            assertThat(LineBreaks.of(
                            "   What to do: Remove it, in this way or in another way: " + command
                                    + " and then go on as before, or do not.",
                            width))
                    .as("%d", width)
                    .anyMatch(piece -> piece.contains(command))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void words_that_are_no_command_of_a_tool_are_words() {
        assertThat(LineBreaks.of("two replicas that migrate at once will do this again", 30))
                .containsExactly("two replicas that migrate at", "once will do this again");
    }

    @Test
    void elsewhere_than_on_a_terminal_and_of_statements_nothing_is_broken() {
        PrintStream none = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        assertThat(new Console(none, none, true, false, 40).fitted(PROSE)).contains("\n   ");
        assertThat(new Console(none, none, false, false, 40).fitted(PROSE)).isEqualTo(PROSE);
        assertThat(new Console(none, none, true, false, 0).fitted(PROSE)).isEqualTo(PROSE);
        String statements = "   undo: BEGIN;\n         " + PROSE;
        assertThat(new Console(none, none, true, false, 40).fitted(statements)).isEqualTo(statements);
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "20, 20", "132, 132"})
    void the_width_is_what_columns_says(String columns, int width) {
        assertThat(TerminalWidth.of(Map.of("COLUMNS", columns)::get)).isEqualTo(width);
    }

    @ParameterizedTest
    @ValueSource(strings = {"19", "0", "-80", "wide", "999999", ""})
    void a_width_that_is_none_counts_for_nothing(String columns) {
        assertThat(TerminalWidth.of(Map.of("COLUMNS", columns)::get)).isEqualTo(TerminalWidth.of(name -> null));
    }
}
