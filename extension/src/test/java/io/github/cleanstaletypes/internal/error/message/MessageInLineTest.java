package io.github.cleanstaletypes.internal.error.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands around a message, or within its quotes, confuses nobody. */
class MessageInLineTest {

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments(
                        "create type \"mood\" as enum ('sad', 'ok') - type \"mood\" already exists",
                        List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "alter table \"a\" add constraint \"c\" check (x > 0) - constraint \"c\" for relation \"a\" already exists",
                        List.of("CONSTRAINT_EXISTS[c, a]")),
                arguments(
                        "create unique index \"i\" on \"t\" (\"x\") - could not create unique index \"i\"",
                        List.of("DUPLICATE_ROWS[i]")),
                arguments(
                        "drop type \"mood\" - kann Typ mood nicht löschen, weil andere Objekte davon abhängen",
                        List.of("DEPENDENT_OBJECTS[Typ mood]")),
                arguments("pq: тип \"mood\" уже существует", List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "{\"message\":\"type \\\"mood\\\" already exists\",\"code\":\"42710\"}",
                        List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "{\"line\":\"{\\\"message\\\":\\\"type \\\\\\\"mood\\\\\\\" already exists\\\"}\"}",
                        List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "['type \"a\" already exists', \"relation \\\"b\\\" already exists\"]",
                        List.of("TYPE_EXISTS[a]", "RELATION_EXISTS[b]")),
                arguments(
                        "type \"a\" already exists, type \"b\" already exists, schema \"c\" already exists, skipping",
                        List.of("TYPE_EXISTS[a]", "TYPE_EXISTS[b]", "SCHEMA_SKIPPED[c]")),
                arguments(
                        "type \"mood\" already exists in schema \"app\"", List.of("TYPE_EXISTS_IN_SCHEMA[mood, app]")),
                arguments("relation \"a\" does not exist - type \"b\" already exists", List.of("TYPE_EXISTS[b]")),
                arguments("type \"a\" already exists, and so \"b\" already exists", List.of("TYPE_EXISTS[a]")),
                arguments("错误:  在于模式\"app\"中已存在类型\"mood\"", List.of("TYPE_EXISTS_IN_SCHEMA[mood, app]")),
                arguments(
                        "la classe d'opérateur « c » de la méthode d'accès « btree » existe déjà dans\nle schéma « app »",
                        List.of("OPERATOR_CLASS_EXISTS_IN_SCHEMA[c, btree, app]")),
                arguments("type \"mood\" already exists, skipping", List.of("TYPE_SKIPPED[mood]")),
                arguments("column \"c\" of relation \"t\" already exists, skipping", List.of("COLUMN_SKIPPED[c, t]")),
                arguments(
                        "operator family \"f\" for access method \"btree\" already exists",
                        List.of("OPERATOR_FAMILY_EXISTS[f, btree]")),
                arguments(
                        "FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »pg_type_typname_nsp_index«",
                        List.of("DUPLICATE_KEY[pg_type_typname_nsp_index]")),
                arguments(
                        "ERREUR:  la relation «\u00a0a\u00a0b\u00a0» existe déjà",
                        List.of("RELATION_EXISTS[a\u00a0b]")),
                arguments("ERREUR:  la relation «\u202fa b\u202f» existe déjà", List.of("RELATION_EXISTS[a b]")),
                arguments("ERREUR:  la relation « a b » existe déjà", List.of("RELATION_EXISTS[a b]")),
                arguments("ERROR:  ya existe un tipo «a «b» c» (SQLSTATE 42710)", List.of("TYPE_EXISTS[a «b» c]")),
                arguments("ERROR:  ya existe un operador === at character 8", List.of("OPERATOR_EXISTS[===]")),
                arguments(
                        "ERROR:  ya existe una conversión del tipo app.mood al tipo character varying, otra vez",
                        List.of("CAST_EXISTS[app.mood, character varying]")),
                arguments("오류:  my mood 자료형이 이미 \"app\" 스키마 안에 있습니다", List.of("TYPE_EXISTS_IN_SCHEMA[my mood, app]")),
                arguments("psycopg2.errors.DuplicateObject: \"mood\" 자료형이 이미 있습니다", List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "could not create unique index \"a \"b\" c\" (SQLSTATE 23505)",
                        List.of("DUPLICATE_ROWS[a \"b\" c]")),
                arguments(
                        "type \"mood\" already exists\" already exists", List.of("TYPE_EXISTS[mood\" already exists]")),
                arguments("relation \"my type \"x\"\" already exists", List.of("RELATION_EXISTS[my type \"x\"]")),
                arguments(
                        "ERROR:  la clase de operadores\nERROR:  ya existe un tipo «mood»",
                        List.of("TYPE_EXISTS[mood]")),
                arguments(
                        "could not open relation with OID 16384 (for filenode \"1\")",
                        List.of("LOST_OPEN_RELATION[16384]")));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_message_is_found_where_it_is(String line, List<String> expected) {
        List<Match> matches = ServerMessages.in(line);
        assertThat(matches)
                .extracting(match -> match.message() + match.arguments().toString())
                .isEqualTo(expected);
        assertThat(matches)
                .allSatisfy(match ->
                        assertThat(line.substring(match.start(), match.end())).contains(match.arguments()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "the type already exists",
                "subtype \"mood\" already exists",
                "type \"mood\" already exist",
                "type \"\" already exists",
                "the operator has found that it already exists",
                "operator one already exists",
                "cache lookup failed for type mood",
                "cache lookup failed for type 123abc",
                "Typ mood existiert bereits",
                "тип mood уже существует",
                "deadlock detection is on",
                "undeadlock detected",
                "CREATE TYPE mood AS ENUM ()",
                "IF NOT EXISTS: already exists"
            })
    void what_is_no_message_is_not_found(String line) {
        assertThat(ServerMessages.in(line)).isEmpty();
    }

    @Test
    void an_argument_is_no_longer_than_a_name_can_be() {
        assertThat(ServerMessages.in("type \"" + "x".repeat(250) + "\" already exists"))
                .hasSize(1);
        assertThat(ServerMessages.in("type \"" + "x".repeat(251) + "\" already exists"))
                .isEmpty();
        assertThat(ServerMessages.in("could not create unique index \"" + "x".repeat(251) + "\""))
                .isEmpty();
    }

    @Test
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void a_line_of_many_messages_takes_no_longer_than_many_lines() {
        String line = "오류: mood 자료형이 이미 \"app\" 스키마 안에 있습니다, type \"mood\" already exists ".repeat(20_000);
        assertThat(ServerMessages.in(line)).hasSize(40_000);
    }

    @Test
    void what_it_is_about_is_told() {
        Match constraint = ServerMessages.in("constraint \"c\" for domain app.d already exists")
                .get(0);
        assertThat(constraint.name()).contains("c");
        assertThat(constraint.table()).contains("app.d");
        Match function = ServerMessages.in("function f(integer, numeric) already exists in schema \"app\"")
                .get(0);
        assertThat(function.name()).contains("f");
        assertThat(function.schema()).contains("app");
        assertThat(function.message().sqlState()).isEqualTo("42723");
        assertThat(ServerMessages.in("cast from type a to type b already exists")
                        .get(0)
                        .name())
                .isEmpty();
    }
}
