package io.github.cleanstaletypes.internal.catalog.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A statement of the server's on one line, which says the same. */
class StatementLineTest {

    private static final String ALPHABET = "'\"\\\n\r\t\u0001\u007f aE$-;/*%é😀";

    private static final Map<String, String> LINES = Map.of(
            "SELECT 'a''b'", "SELECT 'a''b'",
            "SELECT 'a\nb'", "SELECT E'a\\u000ab'",
            "SELECT 'a\\'", "SELECT E'a\\\\'",
            "SELECT 'a\\n\n'''", "SELECT E'a\\\\n\\u000a'''",
            "SELECT E'a\\\\\n'", "SELECT E'a\\\\\\u000a'",
            "SELECT E'it\\'s', 'b'", "SELECT E'it\\'s', 'b'",
            "SELECT \"a\n\\\"\"b\".c", "SELECT U&\"a\\000a\\\\\"\"b\".c",
            "SELECT \"it's\", 'a \"b'", "SELECT \"it's\", 'a \"b'",
            "CASE\n    WHEN true THEN 1\nEND", "CASE     WHEN true THEN 1 END");

    @Test
    void has_escapes_where_a_line_would_break() {
        LINES.forEach(
                (statement, line) -> assertThat(StatementLine.of(statement)).isEqualTo(line));
    }

    @Test
    void means_what_the_statement_means_whatever_backslashes_mean_to_the_session() throws SQLException {
        Random random = LongForm.random("statement line");
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection connection = database.connect();
                Statement session = connection.createStatement();
                PreparedStatement writing =
                        connection.prepareStatement("SELECT pg_catalog.format('SELECT %L AS %I', ?::text, ?::text)")) {
            session.execute("SET escape_string_warning = off");
            for (int i = 0; i < LongForm.rounds(200, 5_000); i++) {
                String text = drawn(random);
                String name = "n" + drawn(random);
                writing.setString(1, text);
                writing.setString(2, name);
                try (ResultSet written = writing.executeQuery()) {
                    written.next();
                    String line = StatementLine.of(written.getString(1));
                    assertThat(line.chars()).noneMatch(Character::isISOControl);
                    session.execute("SET standard_conforming_strings = " + (random.nextBoolean() ? "on" : "off"));
                    try (ResultSet row = session.executeQuery(line)) {
                        row.next();
                        assertThat(row.getMetaData().getColumnLabel(1)).isEqualTo(name);
                        assertThat(row.getString(1)).isEqualTo(text);
                    }
                }
            }
        }
    }

    private static String drawn(Random random) {
        int[] alphabet = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        random.ints(random.nextInt(12), 0, alphabet.length).forEach(i -> text.appendCodePoint(alphabet[i]));
        return text.toString();
    }
}
