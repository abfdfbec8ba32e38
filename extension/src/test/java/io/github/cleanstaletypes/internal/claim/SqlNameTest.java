package io.github.cleanstaletypes.internal.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is read as the server reads it. */
class SqlNameTest {

    @Test
    void folds_what_is_not_quoted_to_lower_case_in_ascii_only() {
        assertThat(SqlName.parse("Accounts_User")).isEqualTo(new SqlName(null, "accounts_user"));
        assertThat(SqlName.parse("ÄRGER_É")).isEqualTo(new SqlName(null, "Ärger_É"));
    }

    @Test
    void folds_alike_where_the_locale_has_another_lower_case() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThat(SqlName.parse("ITEM").name()).isEqualTo("item");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void takes_what_is_quoted_literally() {
        assertThat(SqlName.parse("\"My.Type, 100%\"")).isEqualTo(new SqlName(null, "My.Type, 100%"));
        assertThat(SqlName.parse("\"a\"\"b\"")).isEqualTo(new SqlName(null, "a\"b"));
        assertThat(SqlName.parse("\" \"")).isEqualTo(new SqlName(null, " "));
        assertThat(SqlName.parse("\"😀\nx\"")).isEqualTo(new SqlName(null, "😀\nx"));
    }

    @Test
    void reads_the_schema_before_a_dot_with_blanks_wherever_sql_allows_them() {
        assertThat(SqlName.parse(" App . \"My Type\"\t")).isEqualTo(new SqlName("app", "My Type"));
        assertThat(SqlName.parse("\"My.Schema\".x")).isEqualTo(new SqlName("My.Schema", "x"));
    }

    @Test
    void reads_digits_and_dollars_after_a_first_letter() {
        assertThat(SqlName.parse("_x1$")).isEqualTo(new SqlName(null, "_x1$"));
        assertThat(SqlName.parse("😀mood")).isEqualTo(new SqlName(null, "😀mood"));
    }

    @Test
    void takes_only_the_blanks_of_sql_for_blanks() {
        assertThat(SqlName.parse("\u2003x")).isEqualTo(new SqlName(null, "\u2003x"));
        assertThat(SqlName.parse(" \t\n\r\fx")).isEqualTo(new SqlName(null, "x"));
    }

    @Test
    void reads_a_list() {
        assertThat(SqlName.parseList("a, B.c ,\"d,e\"\n"))
                .containsExactly(new SqlName(null, "a"), new SqlName("b", "c"), new SqlName(null, "d,e"));
        assertThatThrownBy(() -> SqlName.parse("a,b"))
                .isInstanceOf(InvalidNameException.class)
                .hasMessageContaining("2 names");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "a,",
                ",a",
                "a.",
                ".a",
                "a..b",
                "a.b.c",
                "1a",
                "$a",
                "my-type",
                "a b",
                "a;b",
                "\"",
                "\"a",
                "\"a\"b",
                "\"\"",
                "a.\"\"",
                "'a'",
                "U&\"a\"",
                "a[]",
                "\"a\0b\"",
                "a(",
                "\u001cx"
            })
    void refuses_what_sql_would_not_read_as_a_name_in_one_line(String written) {
        assertThatThrownBy(() -> SqlName.parse(written))
                .isInstanceOf(InvalidNameException.class)
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()))
                        .contains(" is not a type's name: ")
                        .doesNotContainPattern("\\p{Cntrl}"));
    }

    @Test
    void is_written_so_that_reading_it_gives_it_again() {
        List<SqlName> names = List.of(
                new SqlName(null, "mood"),
                new SqlName("app", "mood"),
                new SqlName("My Schema", "a\"b"),
                new SqlName(null, "Mood"),
                new SqlName(null, "1a"),
                new SqlName(null, "é"),
                new SqlName(null, "a.b"),
                new SqlName(null, "a\nb"),
                new SqlName(null, "\""),
                new SqlName(null, " "));
        assertThat(names)
                .allSatisfy(name -> assertThat(SqlName.parse(name.toString())).isEqualTo(name));
        assertThat(names.get(1)).hasToString("app.mood");
        assertThat(names.get(2)).hasToString("\"My Schema\".\"a\"\"b\"");
    }

    @Test
    void is_written_so_that_the_server_reads_it_alike() {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            for (String name :
                    List.of("mood", "Mood", "a\"b", "a.b", " ", "é", "ÄÖ", "$x", "1a", "x$", "back\\slash")) {
                String written = new SqlName(null, name).toString();
                database.execute("CREATE TYPE " + written + " AS ENUM ()");
                assertThat(database.queryText("SELECT typname FROM pg_type WHERE oid = '" + written.replace("'", "''")
                                + "'::regtype"))
                        .isEqualTo(name);
            }
        }
    }
}
