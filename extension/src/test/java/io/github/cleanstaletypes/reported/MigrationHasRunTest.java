package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The work of a migration is done already, or was undone with it: what is said fits what is there. */
class MigrationHasRunTest {

    private static TestDatabase database;
    private static Reported reported;

    @BeforeAll
    static void filled() {
        database = PostgresServer.of("18.6").createDatabase();
        reported = new Reported(database);
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32))",
                "CREATE TYPE parcel_size AS ENUM ('s', 'm')",
                "CREATE TYPE carrier AS ENUM ('bike', 'van')",
                "CREATE TABLE deliveries (id int PRIMARY KEY, size parcel_size)",
                "INSERT INTO deliveries VALUES (1, 's'), (2, 'm')",
                "CREATE TABLE couriers (name text CONSTRAINT couriers_key PRIMARY KEY, drives carrier)",
                "CREATE FUNCTION stamp_row() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE TABLE couriers_ids (id int PRIMARY KEY)",
                "ALTER TABLE couriers_ids RENAME TO couriers_of_last_year",
                "CREATE INDEX deliveries_size ON deliveries (size)",
                "CREATE TABLE empty_one (id int)",
                "CREATE TYPE left_alone AS ENUM ('a')");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"alembic-makes-a-type-twice, false", "echoed-migration-makes-a-type-twice, true"})
    void a_name_that_went_with_the_transaction_is_made_twice_by_the_migration(String file, boolean shown) {
        Explanation explanation = reported.file(file);

        assertThat(explanation.cause()).isEqualTo("TYPE_EXISTS");
        assertThat(explanation.explanation()).contains("was rolled back with the migration", "makes it twice");
        assertThat(explanation.explanation().contains("The log shows both")).isEqualTo(shown);
        assertThat(explanation.remedy())
                .startsWith("Running it again meets the same")
                .contains("create_type=False");
        assertThat(explanation.transientRace()).isFalse();
    }

    @Test
    void a_dump_over_a_filled_database_is_one_sentence_and_a_short_list() {
        Explanation explanation = reported.file("dump-over-a-filled-database");

        assertThat(explanation.cause()).isEqualTo("DATABASE_NOT_EMPTY");
        assertThat(explanation.explanation()).startsWith("The database is not empty: 5 things");
        assertThat(explanation.remedy())
                .startsWith("Restore into a new, empty database")
                .contains("--clean --if-exists");
        assertThat(explanation.healable()).isEmpty();
        List<String> lines = ExplanationLines.of(explanation);
        assertThat(lines).hasSizeLessThan(10).anyMatch(line -> line.contains("TYPE_IN_USE public.carrier (enum"));
        assertThat(lines).filteredOn(line -> line.contains("Also in there")).hasSize(1);
    }

    @Test
    void an_index_of_another_table_is_told_with_that_table_and_its_definition() {
        Explanation explanation = reported.file("index-of-a-renamed-table");

        assertThat(explanation.cause()).isEqualTo("LEFTOVER_RELATION");
        assertThat(explanation.explanation()).contains("it belongs to public.couriers_of_last_year", "keeps the names");
        assertThat(explanation.remedy()).contains("ALTER INDEX public.couriers_ids_pkey RENAME TO");
        assertThat(explanation.evidence())
                .containsExactly(
                        "there now: index public.couriers_ids_pkey of public.couriers_of_last_year: CREATE UNIQUE INDEX"
                                + " couriers_ids_pkey ON public.couriers_of_last_year USING btree (id)");
        assertThat(explanation.results().get(0).finding().evidence())
                .containsEntry("table", "public.couriers_of_last_year");
    }

    @Test
    void an_index_of_the_same_table_is_work_that_is_done() {
        Explanation explanation =
                reported.explained("psql:a.sql:1: ERROR:  relation \"deliveries_size\" already exists\n"
                        + "psql:a.sql:1: STATEMENT:  CREATE INDEX deliveries_size ON deliveries (size);");
        assertThat(explanation.explanation()).contains("That is the table which was to get one");
        assertThat(explanation.remedy()).contains("alembic stamp REVISION").doesNotContain("RENAME");
    }

    @Test
    void a_table_with_rows_and_a_type_in_use_mean_that_it_has_run() {
        for (String text : List.of("relation \"deliveries\" already exists", "type \"carrier\" already exists")) {
            Explanation explanation = reported.explained("ERROR:  " + text);
            assertThat(explanation.explanation()).contains("as if the migration had run here");
            assertThat(explanation.remedy())
                    .startsWith(
                            "Look whether all that the migration makes is there. If it is, mark it as applied: alembic stamp");
        }
        assertThat(reported.explained("ERROR:  relation \"empty_one\" already exists")
                        .explanation())
                .contains("An earlier run has got as far as that");
    }

    @Test
    void an_unused_type_and_a_lost_race_are_told_in_the_order_of_what_to_do() {
        Explanation explanation = reported.explained(
                "ERROR:  23505: duplicate key value violates unique constraint \"pg_type_typname_nsp_index\"\n"
                        + "DETAIL:  Key (typname, typnamespace)=(left_alone, 2200) already exists.");
        assertThat(explanation.cause()).isEqualTo("TYPE_RACE");
        assertThat(explanation.transientRace()).isTrue();
        assertThat(explanation.remedy())
                .containsSubsequence(
                        "Run the migration again",
                        "If that fails with 42710",
                        "claiming(\"public.left_alone\").clean()");
    }

    @Test
    void a_number_that_only_a_session_remembers_is_no_damage() throws SQLException {
        long number;
        try (Connection session = database.connect();
                Statement statement = session.createStatement()) {
            database.execute(
                    "CREATE SCHEMA app", "CREATE TYPE app.mood AS ENUM ('a')", "CREATE TABLE app.t (m app.mood)");
            number = Long.parseLong(String.valueOf(database.queryText("SELECT 'app.mood'::regtype::oid")));
            statement.execute("PREPARE p(app.mood) AS SELECT $1::app.mood");
            statement.execute("EXECUTE p('a')");
            database.execute(
                    "DROP SCHEMA app CASCADE",
                    "CREATE SCHEMA app",
                    "CREATE TYPE app.mood AS ENUM ('a')",
                    "CREATE TABLE app.t (m app.mood)");
        }
        Explanation explanation = reported.explained(
                Reported.text("driver-did-not-find-a-type").replace("NUMBER", String.valueOf(number)));

        assertThat(explanation.cause()).isEqualTo("LOST_TYPE");
        assertThat(explanation.explanation()).contains("No type has the number " + number, "the catalog is whole");
        assertThat(explanation.remedy())
                .startsWith("Reconnect: restart the application")
                .doesNotContain("Change nothing");
    }

    @Test
    void a_number_that_the_catalog_refers_to_is_damage() {
        try (TestDatabase damaged = database.server().createDatabase()) {
            damaged.execute("CREATE TYPE mood AS ENUM ('a')", "CREATE TABLE t (id int, m mood)");
            String number = String.valueOf(damaged.queryText("SELECT 'mood'::regtype::oid"));
            damaged.execute("DELETE FROM pg_type WHERE typname = 'mood'");
            Explanation explanation =
                    new Reported(damaged).explained("ERROR:  XX000: cache lookup failed for type " + number);

            assertThat(explanation.evidence()).contains("refers to it: column m of public.t");
            assertThat(Reported.words(explanation)).doesNotContain("Reconnect");
        }
    }

    @Test
    void a_temporary_table_that_is_still_there_is_told_as_one() throws SQLException {
        try (Connection pooled = database.connect();
                Statement statement = pooled.createStatement()) {
            statement.execute("CREATE TEMP TABLE import_rows (id int)");
            Explanation live = reported.explained("ERROR:  relation \"import_rows\" already exists");
            assertThat(live.evidence()).hasSize(1).allMatch(line -> line.startsWith("there now: table pg_temp_"));
            isTemporary(live);
        }
        isTemporary(reported.explained("psql:<stdin>:2: ERROR:  relation \"import_rows\" already exists\n"
                + "psql:<stdin>:2: STATEMENT:  CREATE TEMP TABLE import_rows (id int);"));
        assertThat(reported.explained("psql:<stdin>:2: ERROR:  relation \"deliveries\" already exists\n"
                                + "psql:<stdin>:2: STATEMENT:  CREATE TEMP TABLE deliveries (id int);")
                        .results())
                .as("a table of another schema is not in the way of a temporary one")
                .isEmpty();
    }

    private static void isTemporary(Explanation explanation) {
        assertThat(explanation.explanation()).startsWith("The temporary table import_rows is still there");
        assertThat(explanation.remedy()).contains("DROP TABLE IF EXISTS pg_temp.import_rows", "DISCARD ALL");
    }
}
