package io.github.cleanstaletypes.reported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.Loser;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Migrators that start at once lose races over more than types; and what looks like such a race, but is none. */
class SisterRaceTest {

    @EachServer
    void is_lost_by_a_session_that_waits_and_is_worth_a_retry(PostgresServer server) throws Exception {
        for (SisterRace race : SisterRace.values()) {
            try (TestDatabase database = server.createDatabase()) {
                database.execute(race.before);
                SQLException failure = lost(database, race.sql, race.sql);
                assertThat(failure.getSQLState()).as("%s", race).isEqualTo(race.sqlState());

                for (Explanation explanation : explanations(database, failure)) {
                    assertThat(explanation.cause()).as("%s", race).isEqualTo(race.cause.name());
                    assertThat(explanation.sqlState()).isEqualTo(race.sqlState());
                    assertThat(explanation.constraint()).isEqualTo(race.constraint);
                    assertThat(explanation.explanation()).contains(race.named);
                    assertThat(explanation.transientRace()).isTrue();
                    assertThat(explanation.healable()).isEmpty();
                }
            } finally {
                drop(server, race);
            }
        }
    }

    /** Newer servers lock what a GRANT is about. */
    @EachServer({"14.22"})
    void is_lost_to_a_drop_too(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA app");
            SQLException failure = lost(database, "DROP SCHEMA app", "GRANT USAGE ON SCHEMA app TO PUBLIC");
            assertThat(failure.getMessage()).contains("tuple concurrently deleted");

            assertThat(explanations(database, failure))
                    .allSatisfy(explanation -> assertThat(explanation.cause()).isEqualTo("CONCURRENT_CATALOG_UPDATE"))
                    .allMatch(Explanation::transientRace);
        }
    }

    @EachServer
    void over_a_label_of_an_enum_ends_in_a_plain_answer(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            String sql = "ALTER TYPE mood ADD VALUE 'so-so'";
            SQLException failure = lost(database, sql, sql);
            assertThat(failure.getSQLState()).isEqualTo("42710");

            assertThat(explanations(database, failure))
                    .allSatisfy(explanation -> assertThat(explanation.cause()).isEqualTo("ENUM_LABEL_EXISTS"))
                    .allSatisfy(explanation ->
                            assertThat(explanation.explanation()).contains("enum label \"so-so\" exists"))
                    .noneMatch(Explanation::transientRace);
        }
    }

    @EachServer
    void is_not_what_makes_a_label_appear_twice(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(
                    SQLException.class, () -> statement.execute("CREATE TYPE mood AS ENUM ('so-so', 'ok', 'so-so')"));

            assertThat(explanations(database, failure))
                    .allSatisfy(explanation -> assertThat(explanation.cause()).isEqualTo("ENUM_LABEL_TWICE"))
                    .allSatisfy(
                            explanation -> assertThat(explanation.constraint()).isEqualTo("pg_enum_typid_label_index"))
                    .allSatisfy(
                            explanation -> assertThat(explanation.explanation()).contains("\"so-so\" twice"))
                    .noneMatch(Explanation::transientRace);
        }
    }

    /** What an extension or a role that exists is called by the server's function, since its message may be in any language. */
    @EachServer
    void is_told_from_what_is_there_already(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION citext");
            assertThat(explanations(
                            database,
                            catchThrowableOfType(
                                    SQLException.class, () -> statement.execute("CREATE EXTENSION citext"))))
                    .extracting(Explanation::cause)
                    .containsOnly("EXTENSION_EXISTS");
            assertThat(explanations(
                            database,
                            catchThrowableOfType(SQLException.class, () -> statement.execute("CREATE ROLE postgres"))))
                    .extracting(Explanation::cause)
                    .containsOnly("ROLE_EXISTS");
        }
    }

    /** From the exception itself, and from what a log shows of it. */
    private static List<Explanation> explanations(TestDatabase database, SQLException failure) {
        StringWriter log = new StringWriter();
        new IllegalStateException("migration failed", failure).printStackTrace(new PrintWriter(log, true));
        StaleTypes types = StaleTypes.in(database.dataSource());
        return List.of(
                types.explain(failure).orElseThrow(),
                types.explain(log.toString()).orElseThrow());
    }

    private static SQLException lost(TestDatabase database, String winner, String loser) throws Exception {
        try (Connection first = database.connect();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute(winner);
            return Loser.of(database, loser, first::commit);
        }
    }

    private static void drop(PostgresServer server, SisterRace race) throws SQLException {
        if (race == SisterRace.ROLE) {
            try (Connection connection = server.superuser().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE IF EXISTS sister_race");
            }
        }
    }

    /** What two sessions do at once, so that the second one fails when the first one commits. */
    private enum SisterRace {
        INDEX(
                "CREATE TABLE o (id int)",
                "CREATE INDEX IF NOT EXISTS o_id ON o (id)",
                Cause.RELATION_RACE,
                "pg_class_relname_nsp_index",
                "public.o_id"),
        SEQUENCE("", "CREATE SEQUENCE s", Cause.RELATION_RACE, "pg_class_relname_nsp_index", "public.s"),
        SCHEMA(
                "",
                "CREATE SCHEMA IF NOT EXISTS tenant_1",
                Cause.SCHEMA_RACE,
                "pg_namespace_nspname_index",
                "schema tenant_1"),
        EXTENSION(
                "",
                "CREATE EXTENSION IF NOT EXISTS citext",
                Cause.EXTENSION_RACE,
                "pg_extension_name_index",
                "extension citext"),
        FUNCTION(
                "",
                "CREATE OR REPLACE FUNCTION touch(a int, b text) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                Cause.FUNCTION_RACE,
                "pg_proc_proname_args_nsp_index",
                "function public.touch"),
        ROLE("", "CREATE ROLE sister_race", Cause.ROLE_RACE, "pg_authid_rolname_index", "role sister_race"),
        GRANT(
                "CREATE SCHEMA app",
                "GRANT USAGE ON SCHEMA app TO PUBLIC",
                Cause.CONCURRENT_CATALOG_UPDATE,
                null,
                "Two sessions changed the same row"),
        REPLACED_FUNCTION(
                "CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                Cause.CONCURRENT_CATALOG_UPDATE,
                null,
                "Two sessions changed the same row");

        final String before;
        final String sql;
        final Cause cause;
        final @Nullable String constraint;

        /** What the explanation must name. */
        final String named;

        SisterRace(String before, String sql, Cause cause, @Nullable String constraint, String named) {
            this.before = before;
            this.sql = sql;
            this.cause = cause;
            this.constraint = constraint;
            this.named = named;
        }

        String sqlState() {
            return constraint == null ? "XX000" : "23505";
        }
    }
}
