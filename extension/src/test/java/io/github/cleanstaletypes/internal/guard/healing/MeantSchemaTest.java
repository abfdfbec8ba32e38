package io.github.cleanstaletypes.internal.guard.healing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.error.FailureReader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema stands in the statement that failed, which tools print beside the message, each in its way. */
class MeantSchemaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // psql -b, and a server's log
                "psql:x.sql:1: ERROR:  type \"mood\" already exists\nSTATEMENT:  CREATE TYPE app.mood AS ENUM ('sad');",
                // a DO block
                "ERROR:  type \"mood\" already exists\nCONTEXT:  SQL statement \"CREATE TYPE app.mood AS ENUM ('sad')\"\nPL/pgSQL"
                        + " function inline_code_block line 1 at SQL statement",
                // SQLAlchemy
                "psycopg2.errors.DuplicateObject: type \"mood\" already exists\n\n[SQL: CREATE TYPE app.mood AS ENUM ('sad', 'ok')]\n",
                // Flyway
                "SQL State  : 42710\nError Code : 0\nMessage    : ERROR: type \"mood\" already exists\nLocation   : V1__a.sql\nLine       :"
                        + " 1\nStatement  : create type \"app\".\"mood\" as enum ('sad')\n",
                // Knex
                "create type \"app\".\"mood\" as enum ('sad', 'ok') - type \"mood\" already exists",
                // TypeORM
                "query failed: CREATE TYPE \"app\".\"mood\" AS ENUM('sad', 'ok')\nerror: error: type \"mood\" already exists",
                // a statement over several lines
                "CREATE TYPE\n  app.mood\n  AS ENUM ('sad');\nERROR:  type \"mood\" already exists",
                // a script in one line, with another name before it
                "migration failed: type \"mood\" already exists in line 0: CREATE TABLE public.x (id int); CREATE TYPE app.mood AS ENUM"
                        + " ('sad'); CREATE TYPE public.other AS ENUM ();",
                // a log that tells each statement before it runs it
                "query: CREATE TYPE first.mood AS ENUM ('sad')\nquery: CREATE TYPE app.mood AS ENUM ('sad')\nERROR: type \"mood\""
                        + " already exists",
                // what follows belongs to another error
                "CREATE TYPE app.mood AS ENUM ('sad')\nERROR:  type \"mood\" already exists\nERROR:  type \"other\" already"
                        + " exists\nSTATEMENT:  CREATE TYPE later.mood AS ENUM ()",
                "ERROR:  relation \"mood\" already exists\nSTATEMENT:  CREATE TABLE app.mood (id int)",
                "ERROR:  type \"mood\" already exists\nSTATEMENT:  ALTER TYPE app.feeling RENAME TO mood",
                "ОШИБКА:  42710: тип \"mood\" уже существует\nОПЕРАТОР:  CREATE TYPE app.mood AS ENUM ();",
                "{\"error\":\"type \\\"mood\\\" already exists\",\"sql\":\"CREATE TYPE app.mood AS ENUM ('sad')\"}"
            })
    void is_read_from_the_statement_in_whatever_way_it_is_printed(String output) {
        assertThat(meant(output, "mood")).containsExactly("app");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR:  type \"mood\" already exists",
                "ERROR:  type \"mood\" already exists\nSTATEMENT:  CREATE TYPE app.moods AS ENUM ();",
                "ERROR:  type \"other\" already exists\nSTATEMENT:  CREATE TYPE app.mood AS ENUM ();",
                "ERROR:  type \"mood\" already exists\nSTATEMENT:  CREATE TYPE app.{{mood}} AS ENUM ();"
            })
    void is_not_known_without_a_statement_about_that_name(String output) {
        assertThat(meant(output, "mood")).isEmpty();
    }

    @Test
    void is_not_said_by_a_bare_name() {
        assertThat(meant("ERROR: type \"mood\" already exists\n[SQL: CREATE TYPE mood AS ENUM ()]", "mood"))
                .containsExactly(MeantSchema.NOT_SAID);
    }

    @Test
    void is_not_known_where_two_statements_could_be_it() {
        assertThat(meant(
                        "type \"mood\" already exists in line 0: CREATE TYPE a.mood AS ENUM (); CREATE TYPE b.mood AS ENUM ();",
                        "mood"))
                .isEqualTo(Set.of("a", "b"));
    }

    @Test
    void is_none_of_the_lasting_ones_for_a_temporary_object() {
        for (String create :
                new String[] {"CREATE TEMP TABLE", "create local temporary view", "CREATE TABLE pg_temp."}) {
            String statement = create + (create.endsWith(".") ? "" : " ") + "mood (id int)";
            assertThat(meant("ERROR:  relation \"mood\" already exists\nSTATEMENT:  " + statement, "mood"))
                    .as(statement)
                    .isSubsetOf(MeantSchema.TEMPORARY)
                    .doesNotContain(MeantSchema.NOT_SAID);
        }
    }

    @Test
    void is_found_for_a_name_that_the_server_has_cut() {
        String longName = "m".repeat(70);
        assertThat(meant(
                        "ERROR: type \"%s\" already exists\nSTATEMENT:  CREATE TYPE app.%s AS ENUM ();"
                                .formatted(longName.substring(0, 63), longName),
                        longName.substring(0, 63)))
                .containsExactly("app");
    }

    private static Set<String> meant(String output, String name) {
        return FailureReader.read(output).stream()
                .flatMap(failure -> failure.symptoms().stream())
                .filter(symptom ->
                        symptom.named() != null && symptom.named().name().equals(name))
                .findFirst()
                .map(MeantSchema::of)
                .orElse(Set.of());
    }
}
