package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two migrators, or two workers, made the same thing at once: nothing of it is to be renamed or dropped. */
class SomebodyWasQuickerTest {

    private static TestDatabase database;
    private static Reported reported;

    /** As the quicker one has left it. */
    @BeforeAll
    static void made() {
        database = PostgresServer.of("18.6").createDatabase();
        reported = new Reported(database);
        database.execute(
                "CREATE TABLE alembic_version (version_num varchar(32) CONSTRAINT alembic_version_pkc PRIMARY KEY)",
                "CREATE TABLE _shop_migrations (id serial PRIMARY KEY, version_id bigint)",
                "INSERT INTO _shop_migrations (version_id) VALUES (0), (1)",
                "CREATE TABLE knex_migrations_lock (index serial PRIMARY KEY, is_locked int)",
                "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" varchar(150) PRIMARY KEY)",
                "CREATE TABLE databasechangeloglock (id int PRIMARY KEY)",
                "CREATE TABLE readings (day date) PARTITION BY RANGE (day)",
                "CREATE TABLE readings_0611 PARTITION OF readings FOR VALUES FROM ('2025-06-11') TO ('2025-06-12')",
                "CREATE TABLE parcels (code int CONSTRAINT parcels_code UNIQUE)",
                "CREATE TYPE shape AS ENUM ('round')",
                "CREATE TABLE sketches (s shape)",
                "CREATE TYPE goose_db_version AS ENUM ()");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "alembic-makes-its-table-too-late | alembic_version | the table of Alembic",
                "goose-with-a-table-of-its-own-name | _shop_migrations | the table of a migration tool"
            })
    void over_the_table_of_a_migration_tool_is_worth_another_attempt(String file, String table, String whose) {
        Explanation explanation = reported.file(file);

        assertThat(explanation.cause()).isEqualTo("RELATION_EXISTS");
        assertThat(explanation.explanation()).contains(table, whose, "another migrator has just made it");
        isLeftAlone(explanation);
        assertThat(explanation.evidence()).containsExactly("there now: table public." + table);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR:  relation \"databasechangeloglock\" already exists",
                "ERROR:  relation \"knex_migrations_lock_index_seq\" already exists",
                "ERROR:  23505: duplicate key value violates unique constraint \"pg_type_typname_nsp_index\"\n"
                        + "DETAIL:  Key (typname, typnamespace)=(knex_migrations_lock, 2200) already exists.",
                "ERROR:  23505: duplicate key value violates unique constraint \"pg_class_relname_nsp_index\"\n"
                        + "DETAIL:  Key (relname, relnamespace)=(alembic_version_pkc, 2200) already exists."
            })
    void over_what_comes_with_such_a_table_is_too(String text) {
        isLeftAlone(reported.explained(text));
    }

    @Test
    void over_the_history_of_entity_framework_is_too_although_the_driver_hides_the_key() {
        Explanation explanation = reported.file("ef-core-hides-the-key");

        assertThat(explanation.cause()).isEqualTo("TYPE_RACE");
        assertThat(explanation.explanation()).contains("\"__EFMigrationsHistory\"", "Entity Framework");
        isLeftAlone(explanation);
    }

    /** Only the table is the tool's, not whatever has its name. */
    @Test
    void is_not_said_of_a_type_that_has_the_name_of_such_a_table() {
        Explanation explanation = reported.explained("ERROR:  type \"goose_db_version\" already exists");
        assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
        assertThat(explanation.transientRace()).isFalse();
    }

    @Test
    void over_a_partition_is_worth_another_attempt_since_the_statement_says_if_not_exists() {
        Explanation explanation = reported.file("partition-of-the-day");

        assertThat(explanation.cause()).isEqualTo("RELATION_EXISTS");
        assertThat(explanation.explanation()).contains("says IF NOT EXISTS, and failed all the same");
        isLeftAlone(explanation);
    }

    @Test
    void is_not_said_where_if_not_exists_does_not_cover_what_is_in_the_way() {
        Explanation constraint = reported.file("constraint-of-a-tolerant-table");
        assertThat(constraint.transientRace()).isFalse();
        assertThat(constraint.explanation()).doesNotContain("IF NOT EXISTS");

        Explanation type = reported.file("tolerant-table-over-an-enum");
        assertThat(type.cause()).isEqualTo("TYPE_IN_USE");
        assertThat(type.transientRace()).isFalse();
    }

    @Test
    void over_a_name_that_the_driver_hides_is_told_with_how_to_have_it_told() {
        Explanation hidden = reported.file("npgsql-hides-the-key-and-the-statement");
        assertThat(hidden.explanation()).contains("the text does not say");
        assertThat(hidden.remedy()).contains("Include Error Detail=true", "logServerErrorDetail=true");
        assertThat(Reported.words(hidden)).doesNotContain("othing of that name", "stop all writes");
        assertThat(hidden.transientRace()).isTrue();

        Explanation told = reported.file("npgsql-hides-the-key-of-an-ordinary-table");
        assertThat(told.explanation()).contains("The CREATE of \"Parcels\" met a row");
        assertThat(Reported.words(told)).doesNotContain("stop all writes");
        assertThat(told.transientRace()).isTrue();
    }

    private static void isLeftAlone(Explanation explanation) {
        assertThat(explanation.transientRace()).isTrue();
        assertThat(explanation.healable()).isEmpty();
        assertThat(explanation.remedy()).contains("Leave", "run the migration again");
        assertThat(Reported.words(explanation)).doesNotContain("RENAME", "DROP", "LEFTOVER", "move it away");
    }
}
