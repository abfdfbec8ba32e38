package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody's statement in a log tells what it does, and nothing that is in its quotes. */
class QueryTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER ROLE app PASSWORD 'secret'",
                "ALTER ROLE app PASSWORD 'secret",
                "SELECT 'it''s secret'",
                "SELECT E'it\\'s secret'",
                "SELECT E'it\\\\', 'secret'",
                "SELECT E'secret\\",
                "SELECT \"o'brien\", 'secret'",
                "SELECT \"o'brien\"\"s\", 'secret'",
                "SELECT 1 -- don't\n, 'secret'",
                "SELECT /* don't */ 'secret'",
                "SELECT 'a' /* secret",
                "DO $$ secret $$",
                "DO $tag$ $$ secret $$ $tag$",
                "DO $tag$ secret"
            })
    void has_nothing_of_what_is_in_quotes_or_comments(String query) {
        assertThat(QueryText.shown(query)).doesNotContain("secret");
    }

    @Test
    void is_one_line_of_a_length_that_a_log_has_room_for() {
        assertThat(QueryText.shown("  SELECT a,\n\t b\nFROM \"T\" WHERE c = $1 AND d = 'x' AND e = $2 "))
                .isEqualTo("SELECT a, b FROM \"T\" WHERE c = $1 AND d = '…' AND e = $2");
        assertThat(QueryText.shown("SELECT " + "x".repeat(1_000_000)))
                .hasSize(121)
                .endsWith("x…");
        assertThat(QueryText.shown("SELECT '" + "''".repeat(500_000))).isEqualTo("SELECT '…'");
    }
}
