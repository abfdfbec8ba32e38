package io.github.cleanstaletypes.internal.claim.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts are cut where psql cuts them, whatever stands between two semicolons. */
class SplitterTest {

    /** What can stand in a statement and hold a semicolon that ends nothing. */
    private static final List<String> PIECES = List.of(
            "'a;b''c;'",
            "E'it\\'s;'",
            "e'\\\\'",
            "'\\'",
            "\"q;\"\";\"",
            "$$;'$$",
            "$a$;$$;$b$;$a$",
            "$ä1$;$ä1$",
            "(a; (b; c) ';)')",
            "-- ;'\"$$ (\n",
            "/* ; /* ; */ ' $$ ( */",
            "U&'\\0041;'",
            "B'0;1'",
            "a$b$c",
            "$1",
            "1.5e3",
            "a::text",
            "x\n\t,",
            "begin",
            "case when a then b end",
            "größe",
            "${a;b}",
            "\\echo ;'(\n");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_statement_ends_at_its_own_semicolon_only(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            int count = 1 + random.nextInt(5);
            List<String> statements = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String body = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                        .limit(random.nextInt(6))
                        .collect(Collectors.joining(" "));
                statements.add("mark" + i + " " + body);
            }
            String script = String.join(" ;\n", statements);
            assertThat(firstWords(script))
                    .as(script)
                    .containsExactlyElementsOf(
                            IntStream.range(0, count).mapToObj(i -> "mark" + i).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void nothing_makes_it_fail_or_hang(long seed) {
        Random random = new Random(seed);
        String alphabet = "'\"$$\\\\;;()/**/--\n eEuU&{}.,copyfromstdincreatetable${:\u00e4\uFEFF\u0000";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            Splitter.split(text.toString(), StatementReader::read);
        }
    }

    @Test
    void takes_time_in_proportion_and_no_stack() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String piece :
                    List.of("(", "/*", "'", "$a", "$$", "\"", "create ", "x.", "\\copy a from stdin\n", "--", "${")) {
                String text = "create table " + piece.repeat(1_000_000 / piece.length());
                Splitter.split(text, StatementReader::read);
            }
        });
    }

    @Test
    void leaves_out_the_data_of_a_copy() {
        assertThat(firstWords("a; COPY t (x) FROM stdin WITH (FORMAT csv);\nit's; (\n\\.\nb;"))
                .containsExactly("a", "copy", "b");
        assertThat(firstWords("COPY t FROM '/file';\nb")).containsExactly("copy", "b");
        assertThat(firstWords("\\copy t from stdin\nit's; (\n\\.\nb")).containsExactly("\\copy", "b");
        assertThat(firstWords("copy t from stdin;\r\n'\r\n\\.\r\nb")).containsExactly("copy", "b");
        assertThat(firstWords(":copy_command\n1,2\n\\.\nb;")).containsExactly("b");
    }

    @Test
    void keeps_the_bodies_of_routines_and_rules_whole() {
        assertThat(
                        firstWords(
                                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 ELSE 2 END; SELECT 2; END; b;"))
                .containsExactly("create", "b");
        assertThat(firstWords("CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END; b"))
                .containsExactly("create", "b");
        assertThat(firstWords("CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b); b"))
                .containsExactly("create", "b");
        assertThat(firstWords("BEGIN; a; END; b")).containsExactly("begin", "a", "end", "b");
        assertThat(firstWords("CREATE FUNCTION begin_it() RETURNS int LANGUAGE sql AS $$;$$; b"))
                .containsExactly("create", "b");
    }

    @Test
    void knows_what_psql_sends() {
        assertThat(firstWords("a \\g\nb \\gexec\nc\\;d;\n\\set x ';'\ne"))
                .containsExactly("a", "b", "c", "d", "\\set", "e");
    }

    private static List<String> firstWords(String script) {
        List<String> words = new ArrayList<>();
        Splitter.split(script, statement -> words.add(statement.tokens().get(0).text()));
        return words;
    }
}
