package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where the server does not lock a type that a CREATE refers to, the type is renamed out of the way, and back if it is wanted. */
class QuarantineAndRestoreTest {

    private static final String OLD = "14.22";

    @EachServer(OLD)
    void frees_the_name_at_once_and_drops_the_type_once_nobody_else_is_connected(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')", "COMMENT ON TYPE mood IS 'of a user'");
            String oid = String.valueOf(database.queryText("SELECT 'mood'::regtype::oid"));
            quarantine(database, "mood");
            assertThat(database.queryTexts("SELECT typname FROM pg_type WHERE oid = " + oid))
                    .containsExactly("stale_" + oid + "_mood");
            assertThat(database.queryText("SELECT obj_description(" + oid + ", 'pg_type')"))
                    .isEqualTo("clean-stale-types: quarantined, original name \"mood\"\nof a user");
            database.execute("CREATE TABLE mood (id int)");

            assertThat(Told.by(Quiet.in(database).check())).containsExactly("UNUSED_TYPE public.mood noted");
            assertThat(Told.by(Quiet.in(database).claiming("mood").clean()))
                    .containsExactly("UNUSED_TYPE public.mood dropped");
            assertThat(database.queryTexts("SELECT oid FROM pg_type WHERE oid = " + oid))
                    .isEmpty();
            assertThat(Quiet.in(database).claiming("mood").clean().results()).isEmpty();
        }
    }

    @EachServer(OLD)
    void renames_a_range_with_its_multirange_and_their_constructors(PostgresServer server) throws SQLException {
        String create = "CREATE TYPE period AS RANGE (subtype = date)";
        try (TestDatabase database = server.createDatabase()) {
            database.execute(create);
            quarantine(database, "period");
            Cleaner.in(database.dataSource()).restore();
            database.execute(
                    "SELECT period('2020-01-01', '2020-02-01'), period_multirange(period('2020-01-01', NULL))");
            quarantine(database, "period");
            database.execute(create);
            assertThat(Told.by(Quiet.in(database).clean())).containsExactly("UNUSED_TYPE public.period dropped");
            database.execute("SELECT period('2020-01-01', '2020-02-01')");
        }
    }

    @EachServer(OLD)
    void gives_the_name_back_on_request(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "COMMENT ON TYPE mood IS 'of a user'",
                    "CREATE DOMAIN d AS int",
                    "CREATE TYPE c AS (a int)");
            String all = "SELECT oid || ' ' || typname || ' ' || coalesce(obj_description(oid, 'pg_type'), '')"
                    + " FROM pg_type WHERE oid >= 16384 ORDER BY oid";
            var before = database.queryTexts(all);
            quarantine(database, "mood", "d", "c");
            assertThat(database.queryTexts(all)).isNotEqualTo(before);
            Cleaner engine = Cleaner.in(database.dataSource());
            assertThat(Told.by(engine.dryRun().restore()))
                    .containsExactly(
                            "UNUSED_TYPE public.mood planned",
                            "UNUSED_TYPE public.d planned",
                            "UNUSED_TYPE public.c planned");
            assertThat(Told.by(engine.restore()))
                    .containsExactly(
                            "UNUSED_TYPE public.mood restored",
                            "UNUSED_TYPE public.d restored",
                            "UNUSED_TYPE public.c restored");
            assertThat(database.queryTexts(all)).isEqualTo(before);
            assertThat(engine.restore().results()).isEmpty();
        }
    }

    @EachServer(OLD)
    void the_session_of_a_guards_command_keeps_it_and_that_of_a_guards_lock_does_not(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            for (String application :
                    List.of("cst-guard:1:00000000-0000000000000000", "cst:1:00000000-0000000000000000")) {
                database.execute("DROP TYPE IF EXISTS mood", "CREATE TYPE mood AS ENUM ('ok')");
                database.awaitNobodyConnected();
                try (Connection other = database.connect();
                        Statement statement = other.createStatement()) {
                    statement.execute("SET application_name = '" + application + "'");
                    Result result = Told.only(
                            Cleaner.in(database.dataSource()).claiming("mood").clean(), FindingCode.UNUSED_TYPE);
                    assertThat(result.outcome())
                            .as(application)
                            .isEqualTo(application.startsWith("cst:") ? Outcome.QUARANTINED : Outcome.DROPPED);
                }
            }
        }
    }

    @EachServer(OLD)
    void leaves_it_away_when_its_name_is_taken(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            quarantine(database, "mood");
            database.execute("CREATE TABLE mood (id int)", "INSERT INTO mood VALUES (1)");
            CleanupReport report = Cleaner.in(database.dataSource()).restore();
            Result result = Told.only(report, FindingCode.UNUSED_TYPE);
            assertThat(result.refusal()).isEqualTo(Refusal.NAME_TAKEN);
            assertThat(report.isClean()).isFalse();
            assertThat(database.queryTexts("SELECT id FROM mood")).containsExactly("1");
        }
    }

    @EachServer(OLD)
    void gives_the_name_back_by_itself_when_a_function_turns_out_to_want_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE mood AS ENUM ('ok')");
            quarantine(database, "mood");
            database.execute("CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS 'BEGIN PERFORM ''ok''::mood; END'");
            assertThat(Told.by(Quiet.in(database).clean())).containsExactly("TYPE_IN_USE public.mood restored");
            database.execute("SELECT f()");
        }
    }

    @EachServer(OLD)
    void is_at_rest_once_the_migration_has_made_a_table_of_the_name_and_functions_that_mention_it(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE accounts_user AS ENUM ('ok')");
            quarantine(database, "accounts_user");
            database.execute(
                    "CREATE TABLE accounts_user (id int)",
                    "CREATE FUNCTION users() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM accounts_user'");
            try (Connection other = database.connect()) {
                Cleaner engine = Cleaner.in(database.dataSource()).claiming("accounts_user");
                assertThat(Told.by(engine.check())).containsExactly("UNUSED_TYPE public.accounts_user noted");
                assertThat(Told.by(engine.clean())).containsExactly("UNUSED_TYPE public.accounts_user noted");
                assertThat(engine.clean().isClean()).isTrue();
                assertThat(other.isValid(0)).isTrue();
            }
            assertThat(Told.by(Quiet.in(database).claiming("accounts_user").clean()))
                    .containsExactly("UNUSED_TYPE public.accounts_user dropped");
            database.execute("SELECT users()");
        }
    }

    /** Renames them out of the way, by a run beside which another session is connected. */
    private static void quarantine(TestDatabase database, String... names) throws SQLException {
        try (Connection other = database.connect()) {
            CleanupReport report =
                    Cleaner.in(database.dataSource()).claiming(names).clean();
            assertThat(Told.by(report)).hasSize(names.length).allMatch(line -> line.endsWith(" quarantined"));
            assertThat(report.isClean()).isTrue();
            assertThat(other.isValid(0)).isTrue();
        }
    }
}
