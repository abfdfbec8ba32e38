package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What else than types and relations can be there already is named, with its table, and looked up. */
class OtherThingsExistTest {

    private static TestDatabase database;
    private static Reported reported;

    @BeforeAll
    static void things() {
        database = PostgresServer.of("18.6").createDatabase();
        reported = new Reported(database);
        database.execute(
                "CREATE TABLE knex_migrations (id int, name text, batch int)",
                "CREATE TABLE authors (id int PRIMARY KEY)",
                "CREATE TABLE letters (id int PRIMARY KEY, author int CONSTRAINT fk_author REFERENCES authors)",
                "CREATE POLICY readers ON letters FOR SELECT USING (author = 1)",
                "CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                "CREATE TRIGGER on_letter BEFORE INSERT ON letters FOR EACH ROW EXECUTE FUNCTION stamp()",
                "CREATE RULE quiet AS ON DELETE TO letters DO INSTEAD NOTHING",
                "CREATE PUBLICATION letters_out FOR TABLE letters",
                "CREATE SUBSCRIPTION letters_in CONNECTION 'dbname=none' PUBLICATION p WITH (connect = false)",
                "CREATE STATISTICS letter_stats ON id, author FROM letters",
                "CREATE FUNCTION watched() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
                "CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE LANGUAGE') EXECUTE FUNCTION watched()",
                "CREATE TYPE \"Level_old\" AS ENUM ('low', 'high')",
                "CREATE TYPE \"Tint\" AS ENUM ('red')",
                "CREATE TABLE walls (c \"Tint\" DEFAULT 'red')",
                "CREATE FUNCTION paint(\"Tint\") RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE TABLE base (id int)",
                "CREATE VIEW over_base AS SELECT * FROM base");
    }

    @AfterAll
    static void drop() {
        // a subscription without a slot holds the database
        database.execute("ALTER SUBSCRIPTION letters_in SET (slot_name = NONE)", "DROP SUBSCRIPTION letters_in");
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "QueryFailedError: constraint \"fk_author\" for relation \"letters\" already exists | CONSTRAINT_EXISTS | constraint fk_author of letters | constraint fk_author of public.letters: FOREIGN KEY (author) REFERENCES | DROP CONSTRAINT IF EXISTS fk_author",
                "ERROR: policy \"readers\" for table \"letters\" already exists (SQLSTATE 42710) | POLICY_EXISTS | policy readers of letters | policy readers of public.letters: FOR SELECT USING | DROP POLICY IF EXISTS readers ON public.letters",
                "ERROR:  42710: trigger \"on_letter\" for relation \"letters\" already exists | TRIGGER_EXISTS | trigger on_letter of letters | trigger on_letter of public.letters: CREATE TRIGGER | CREATE OR REPLACE TRIGGER",
                "ERROR:  rule \"quiet\" for relation \"letters\" already exists | OBJECT_EXISTS | rule quiet of letters | rule quiet of public.letters: CREATE RULE | CREATE OR REPLACE RULE",
                "ERROR: column \"author\" of relation \"letters\" already exists (SQLSTATE 42701) | COLUMN_EXISTS | column author of letters | column author of public.letters: integer | ADD COLUMN IF NOT EXISTS",
                "org.postgresql.util.PSQLException: ERROR: publication \"letters_out\" already exists | PUBLICATION_EXISTS | publication letters_out | publication letters_out: of 1 tables | \\dRp+ letters_out",
                "ERROR:  subscription \"letters_in\" already exists | SUBSCRIPTION_EXISTS | subscription letters_in | subscription letters_in: disabled | \\dRs+ letters_in",
                "ERROR:  multiple primary keys for table \"letters\" are not allowed | PRIMARY_KEY_EXISTS | primary key of letters | constraint letters_pkey of public.letters: PRIMARY KEY (id) | \\d letters",
                "ERROR:  event trigger \"watch\" already exists | OBJECT_EXISTS | event trigger watch | event trigger watch: ON ddl_command_end | DROP EVENT TRIGGER IF EXISTS watch",
                "ERROR:  statistics object \"letter_stats\" already exists | OBJECT_EXISTS | statistics object letter_stats | statistics object public.letter_stats | CREATE STATISTICS IF NOT EXISTS"
            })
    void are_named_and_looked_up(String text, String cause, String named, String there, String remedy) {
        Explanation explanation = reported.explained(text);

        assertThat(explanation.cause()).isEqualTo(cause);
        assertThat(explanation.explanation())
                .contains("the " + named + " exists")
                .doesNotContain("There is none now");
        assertThat(explanation.evidence()).hasSize(1).allMatch(line -> line.startsWith("there now: " + there));
        assertThat(explanation.remedy())
                .contains("mark it as applied: a row in public.knex_migrations (id, name, batch)", remedy);
        assertThat(explanation.results()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ERROR: policy \"writers\" for table \"letters\" already exists | policy writers of letters",
                "ERROR: policy \"readers\" for table \"authors\" already exists | policy readers of authors",
                "ERROR: replication slot \"nobody\" already exists | replication slot nobody",
                "ERROR: column \"gone\" of relation \"letters\" already exists | column gone of letters"
            })
    void are_told_to_be_gone_where_they_are(String text, String named) {
        Explanation explanation = reported.explained(text);

        assertThat(explanation.explanation()).contains("the " + named + " exists", "There is none now");
        assertThat(explanation.evidence()).isEmpty();
    }

    @Test
    void what_depends_on_a_type_that_was_to_go_is_told_and_no_cascade_advised() {
        Explanation type = reported.explained("ERROR: cannot drop type \"Tint\" because other objects depend on it");
        assertThat(type.cause()).isEqualTo("DEPENDENT_OBJECTS");
        assertThat(type.evidence())
                .contains(
                        "depends on type public.\"Tint\": column c of table public.walls",
                        "depends on type public.\"Tint\": function public.paint(public.\"Tint\")");
        assertThat(type.remedy()).startsWith("Do not add CASCADE");
    }

    @Test
    void what_depends_on_other_things_that_were_to_go_is_told() {
        assertThat(reported.explained("ERROR:  cannot drop table base because other objects depend on it")
                        .evidence())
                .containsExactly("depends on relation public.base: view public.over_base");
        assertThat(reported.explained("ERROR:  cannot drop function stamp() because other objects depend on it")
                        .remedy())
                .startsWith("Do not add CASCADE");
        assertThat(reported.explained("ERROR: cannot drop type \"Level_old\" because other objects depend on it")
                        .explanation())
                .contains("Nothing depends on it now");
    }

    @Test
    void rows_that_a_unique_index_does_not_allow_are_looked_for_by_a_query() {
        Explanation plain = reported.explained("""
                psql:a.sql:1: ERROR:  could not create unique index "labels_by_name"
                DETAIL:  Key (lower(name))=(foo) is duplicated.
                psql:a.sql:1: STATEMENT:  CREATE UNIQUE INDEX labels_by_name ON shop.labels (lower(name));
                """);
        assertThat(plain.cause()).isEqualTo("DUPLICATE_ROWS");
        assertThat(plain.remedy()).contains("SELECT KEY, count(*) FROM shop.labels GROUP BY KEY HAVING count(*) > 1;");
        assertThat(plain.transientRace()).isFalse();
    }

    /** The query is run: it finds the one key that two rows have. */
    @Test
    void rows_that_have_left_an_invalid_index_are_found_by_the_index_s_own_key() throws SQLException {
        database.execute(
                "CREATE TABLE tags (id int, name text, live boolean)",
                "INSERT INTO tags VALUES (1, 'Foo', true), (2, 'foo', true), (3, 'bar', true), (4, 'bar', false)");
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(
                    SQLException.class,
                    () -> statement.execute(
                            "CREATE UNIQUE INDEX CONCURRENTLY tags_by_name ON tags (lower(name)) INCLUDE (id) WHERE live"));
            Explanation explanation =
                    StaleTypes.in(database.dataSource()).explain(failure).orElseThrow();

            assertThat(explanation.cause()).isEqualTo("DUPLICATE_ROWS");
            assertThat(explanation.explanation()).contains("What is left of it is invalid");
            assertThat(explanation.remedy()).contains("DROP INDEX CONCURRENTLY public.tags_by_name;");
            String query = explanation.remedy();
            query = query.substring(query.indexOf("SELECT "), query.indexOf(';') + 1);
            assertThat(database.queryTexts(query)).containsExactly("foo");
        }
    }
}
