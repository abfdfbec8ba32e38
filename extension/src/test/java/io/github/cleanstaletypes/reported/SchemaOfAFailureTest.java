package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The schema of what is in the way is the one that the failing statement names, not the one on the search path of who explains it. */
class SchemaOfAFailureTest {

    private static TestDatabase database;
    private static Reported reported;

    @BeforeAll
    static void schemas() {
        database = PostgresServer.of("18.6").createDatabase();
        reported = new Reported(database);
        database.execute(
                "CREATE SCHEMA crm",
                "CREATE TYPE crm.mood AS ENUM ('glad')",
                "CREATE TABLE crm.accounts (id int PRIMARY KEY, m crm.mood)",
                "CREATE TABLE accounts (id int PRIMARY KEY)",
                "INSERT INTO accounts VALUES (1), (2)",
                "CREATE TYPE mood AS ENUM ('red')",
                "CREATE SCHEMA login",
                "CREATE TYPE login.factor_kind AS ENUM ('totp')",
                "CREATE TABLE login.factors (id int, kind login.factor_kind NOT NULL)",
                "CREATE SCHEMA old",
                "CREATE TYPE old.tint AS ENUM ()",
                "CREATE TYPE crm.tint AS ENUM ()",
                "CREATE TABLE crm.walls (t crm.tint)");
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @Test
    void of_a_restore_is_that_of_each_statement() {
        Explanation explanation = reported.file("restored-type-and-table-of-a-schema");

        assertThat(explanation.cause()).isEqualTo("TYPE_IN_USE");
        assertThat(explanation.claims()).containsExactly("crm.mood", "crm.accounts");
        assertThat(explanation.results())
                .extracting(result -> result.finding().subject().display())
                .containsExactlyInAnyOrder("crm.mood", "crm.accounts");
        assertThat(explanation.others()).containsExactly("RELATION_EXISTS crm.accounts (SQLSTATE 42P07)");
        assertThat(Reported.words(explanation))
                .contains("column m of table crm.accounts")
                .doesNotContain("public.mood", "public.accounts", "clean --type");
    }

    @Test
    void of_a_service_that_shows_its_statement_is_that_of_the_statement() {
        Explanation explanation = reported.file("service-start-with-statement");

        assertThat(explanation.cause()).isEqualTo("TYPE_IN_USE");
        assertThat(explanation.claims()).containsExactly("login.factor_kind");
        assertThat(Reported.words(explanation))
                .contains("column kind of table login.factors")
                .doesNotContain("un the migration again");
    }

    @Test
    void is_the_only_one_that_has_the_name_where_no_statement_tells() {
        Explanation explanation = reported.explained("ERROR:  type \"factor_kind\" already exists");

        assertThat(explanation.cause()).isEqualTo("TYPE_IN_USE");
        assertThat(explanation.claims()).containsExactly("login.factor_kind");
    }

    @Test
    void is_not_guessed_where_several_have_the_name() {
        Explanation mood = reported.explained("ERROR:  type \"mood\" already exists");
        assertThat(mood.cause()).isEqualTo("TYPE_EXISTS");
        assertThat(mood.healable()).isEmpty();
        assertThat(mood.remedy())
                .contains("If it is public.mood: Remove it", "claiming(\"crm.mood\").strictly().check()");
        assertThat(mood.evidence()).containsExactly("there now: enum crm.mood", "there now: enum public.mood");

        Explanation tint = reported.explained("ERROR:  type \"tint\" already exists");
        assertThat(tint.cause()).isEqualTo("TYPE_EXISTS");
        assertThat(tint.evidence()).containsExactly("there now: enum crm.tint", "there now: enum old.tint");
        assertThat(Reported.words(tint)).doesNotContain("clean --type");
    }
}
