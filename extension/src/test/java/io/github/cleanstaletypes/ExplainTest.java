package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.Loser;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What a real error of a real server means, told from the exception and the live catalog. */
class ExplainTest {

    @EachServer
    void an_unused_type_of_the_name_is_why_and_can_be_healed(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            Explanation explanation = explained(database, "CREATE TABLE mood (id int)");

            assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
            assertThat(explanation.sqlState()).isEqualTo("42710");
            assertThat(explanation.healable()).containsExactly("public.mood");
            assertThat(explanation.transientRace()).isFalse();
            assertThat(explanation.remedy()).contains("StaleTypes.in(dataSource).claiming(\"public.mood\").clean()");
            assertThat(ExplanationLines.of(explanation))
                    .anyMatch(line -> line.contains("UNUSED_TYPE public.mood (enum, oid "));
            assertThat(database.queryText("SELECT 'ok'::mood")).isEqualTo("ok");
        }
    }

    @EachServer
    void a_type_in_use_is_told_with_every_dependent_and_is_not_healable(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')", "CREATE TABLE o (c mood, d mood)");
            Explanation explanation = explained(database, "CREATE TYPE mood AS ENUM ()");

            assertThat(explanation.cause()).isEqualTo("TYPE_IN_USE");
            assertThat(explanation.healable()).isEmpty();
            assertThat(ExplanationLines.of(explanation))
                    .anyMatch(line -> line.endsWith("dependent: column c of table public.o"))
                    .anyMatch(line -> line.endsWith("dependent: column d of table public.o"));
        }
    }

    @EachServer
    void a_table_of_the_name_is_told_with_its_rows(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (2)");
            for (String sql : new String[] {"CREATE TABLE t (id int)", "CREATE TYPE t AS ENUM ()"}) {
                Explanation explanation = explained(database, sql);
                assertThat(explanation.cause()).isEqualTo("LEFTOVER_RELATION");
                assertThat(explanation.healable()).isEmpty();
                assertThat(explanation.transientRace()).isFalse();
                assertThat(ExplanationLines.of(explanation)).anyMatch(line -> line.contains("2 rows"));
            }
        }
    }

    @EachServer
    void a_lost_race_is_told_by_the_constraint_and_is_worth_a_retry(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase();
                Connection first = database.connect();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("CREATE TABLE race (id int)");
            SQLException failure = Loser.of(database, "CREATE TABLE race (id int)", first::commit);

            Explanation explanation = StaleTypes.in(database.dataSource())
                    .explain(new IllegalStateException("a framework", failure))
                    .orElseThrow();
            assertThat(explanation.cause()).isEqualTo("TYPE_RACE");
            assertThat(explanation.sqlState()).isEqualTo("23505");
            assertThat(explanation.constraint()).isEqualTo("pg_type_typname_nsp_index");
            assertThat(explanation.claims()).containsExactly("public.race");
            assertThat(explanation.transientRace()).isTrue();
            assertThat(explanation.healable()).isEmpty();
            assertThat(explanation.explanation()).contains("It is there now");
        }
    }

    @EachServer
    void a_wait_for_a_prepared_transaction_is_told(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("BEGIN; CREATE TABLE t (id int); PREPARE TRANSACTION 'left behind'");
            Explanation explanation = explained(database, "SET lock_timeout = '100ms'; CREATE TABLE t (id int)");

            assertThat(explanation.cause()).isEqualTo("PREPARED_CREATION");
            assertThat(explanation.sqlState()).isEqualTo("55P03");
            assertThat(explanation.remedy()).contains("left behind");
        }
    }

    @EachServer
    void an_orphan_row_type_forbids_healing(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE lost (id int)", "DELETE FROM pg_class WHERE relname = 'lost'");
            Explanation explanation = explained(database, "CREATE TABLE lost (id int)");

            assertThat(explanation.cause()).isEqualTo("ORPHAN_ROW_TYPE");
            assertThat(explanation.healable()).isEmpty();
            assertThat(explanation.transientRace()).isFalse();
        }
    }

    @EachServer
    void damage_elsewhere_forbids_healing_and_retrying(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ()",
                    "CREATE TABLE lost (id int)",
                    "DELETE FROM pg_class WHERE relname = 'lost'");
            Explanation stale = explained(database, "CREATE TYPE mood AS ENUM ()");
            assertThat(stale.cause()).isEqualTo("UNUSED_TYPE");
            assertThat(stale.healable()).isEmpty();
            assertThat(StaleTypes.in(database.dataSource())
                            .explain("XX000: tuple concurrently updated")
                            .orElseThrow()
                            .transientRace())
                    .isFalse();
        }
    }

    @EachServer
    void an_unused_composite_is_healable_too(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE shape AS (a int)");
            Explanation explanation = explained(database, "CREATE TABLE shape (id int)");
            assertThat(explanation.sqlState()).isEqualTo("42P07");
            assertThat(explanation.cause()).isEqualTo("UNUSED_TYPE");
            assertThat(explanation.healable()).containsExactly("public.shape");
        }
    }

    @EachServer
    void what_is_no_error_of_this_family_is_not_explained(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE u (id int CONSTRAINT pg_type_typname_nsp_index UNIQUE)", "INSERT INTO u VALUES (1)");
            StaleTypes types = StaleTypes.in(database.dataSource());
            assertThat(types.explain(failure(database, "INSERT INTO u VALUES (1)")))
                    .isEmpty();
            assertThat(types.explain(failure(database, "SELECT 1/0"))).isEmpty();
            assertThat(types.explain(new IllegalStateException())).isEmpty();
            assertThat(types.explain("all is well")).isEmpty();
        }
    }

    private static Explanation explained(TestDatabase database, String sql) throws SQLException {
        return StaleTypes.in(database.dataSource())
                .explain(failure(database, sql))
                .orElseThrow();
    }

    private static SQLException failure(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
        }
    }
}
