package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** A damaged catalog is told wherever it is, once per cause, and nothing else is changed in that database. */
class DamageTest {

    private static final String LEAVE_WHAT_IS_UNUSED = "UNUSED_TYPE public.stale refused";

    @EachServer
    void is_a_row_type_without_its_relation(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ()",
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "CREATE TABLE \"Lost\" (id int PRIMARY KEY, m mood, \"n N\" text)",
                    "DELETE FROM pg_class WHERE relname = 'Lost'");
            CleanupReport report = cleaned(database);

            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder("ORPHAN_ROW_TYPE public.\"Lost\" reported", LEAVE_WHAT_IS_UNUSED);
            Finding finding = Told.only(report, FindingCode.ORPHAN_ROW_TYPE).finding();
            assertThat(finding.evidence())
                    .containsEntry("columns", List.of("id", "m", "n N"))
                    .containsEntry("indexes", List.of("Lost_pkey"))
                    .containsEntry("array_type", "_Lost");
            assertThat(stateOf(database, "CREATE TABLE \"Lost\" (id int)")).isEqualTo(finding.raises());
            assertThat(Told.by(
                            Cleaner.in(database.dataSource()).claiming("mood").check()))
                    .containsExactly("ORPHAN_ROW_TYPE public.\"Lost\" reported", "TYPE_IN_USE public.mood noted");
        }
    }

    @EachServer
    void is_an_array_type_without_its_element(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ()",
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "CREATE TABLE o (id int, m mood[])",
                    "DELETE FROM pg_type WHERE typname = 'mood'");
            CleanupReport report = cleaned(database);

            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder("ORPHAN_ARRAY_TYPE public._mood reported", LEAVE_WHAT_IS_UNUSED);
            Finding finding = Told.only(report, FindingCode.ORPHAN_ARRAY_TYPE).finding();
            assertThat(finding.evidence())
                    .containsEntry("columns", List.of("public.o.m"))
                    .doesNotContainKey("element_name");
            assertThat(stateOf(database, "CREATE TYPE _mood AS ENUM ()")).isEqualTo(finding.raises());
        }
    }

    @EachServer
    void is_an_array_type_whose_element_points_elsewhere(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ()",
                    "CREATE TYPE mood AS ENUM ('ok')",
                    "UPDATE pg_type SET typarray = 0 WHERE typname = 'mood'");
            CleanupReport report = cleaned(database);
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder("ORPHAN_ARRAY_TYPE public._mood reported", LEAVE_WHAT_IS_UNUSED);
            assertThat(Told.only(report, FindingCode.ORPHAN_ARRAY_TYPE)
                            .finding()
                            .evidence())
                    .containsEntry("element_name", "mood");
        }
    }

    @EachServer
    void is_a_relation_without_its_row_type(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ()",
                    "CREATE TABLE torn (id int)",
                    "INSERT INTO torn VALUES (1)",
                    "DELETE FROM pg_type WHERE typname = 'torn'");
            CleanupReport report = cleaned(database);

            // its array, left without an element, is the same damage
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder("RELATION_WITHOUT_TYPE public.torn reported", LEAVE_WHAT_IS_UNUSED);
            Finding finding =
                    Told.only(report, FindingCode.RELATION_WITHOUT_TYPE).finding();
            assertThat(stateOf(database, "SELECT torn FROM torn")).isEqualTo(finding.raises());
            assertThat(database.queryTexts("SELECT id FROM torn")).containsExactly("1");
        }
    }

    @EachServer
    void forbids_the_rollback_of_a_prepared_transaction_and_the_return_of_a_name(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ()",
                    "CREATE TYPE stale_1_away AS ENUM ()",
                    "COMMENT ON TYPE stale_1_away IS 'clean-stale-types: quarantined, original name \"home\"'",
                    "CREATE TYPE stale_2_used AS ENUM ()",
                    "CREATE TABLE o (u stale_2_used)",
                    "COMMENT ON TYPE stale_2_used IS 'clean-stale-types: quarantined, original name \"wanted\"'",
                    "CREATE TABLE lost (id int)",
                    "DELETE FROM pg_class WHERE relname = 'lost'");
            String gid = database.name() + "_left";
            database.execute("BEGIN; CREATE TABLE t (id int); PREPARE TRANSACTION '" + gid + "'");
            List<String> before = types(database);
            Cleaner engine =
                    Quiet.in(database).claiming("stale").rollingBack(gid).waitingForCreators(Duration.ZERO);
            assertThat(Told.by(engine.clean()))
                    .containsExactlyInAnyOrder(
                            "ORPHAN_ROW_TYPE public.lost reported",
                            "PREPARED_CREATION " + gid + " refused",
                            LEAVE_WHAT_IS_UNUSED,
                            "UNUSED_TYPE public.home noted",
                            "TYPE_IN_USE public.wanted refused");
            assertThat(Told.by(engine.restore()))
                    .containsExactlyInAnyOrder("UNUSED_TYPE public.home refused", "TYPE_IN_USE public.wanted refused");
            assertThat(database.queryTexts("SELECT gid FROM pg_prepared_xacts WHERE gid = '" + gid + "'"))
                    .containsExactly(gid);
            assertThat(types(database)).isEqualTo(before);
        }
    }

    @EachServer
    void is_told_although_a_function_and_a_column_of_the_claimed_type_need_what_is_gone(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE stale AS ENUM ('a')",
                    "CREATE TYPE gone AS ENUM ('a')",
                    "CREATE FUNCTION f(gone, stale) RETURNS int LANGUAGE plpgsql AS 'DECLARE s stale; BEGIN END'",
                    "CREATE FUNCTION g(gone) RETURNS int LANGUAGE plpgsql AS 'DECLARE s stale; BEGIN END'",
                    "CREATE TABLE lost (s stale, g gone)",
                    "CREATE VIEW v AS SELECT 'a'::stale AS s, NULL::gone AS g",
                    "DELETE FROM pg_class WHERE relname IN ('lost', 'v')",
                    "DELETE FROM pg_type WHERE typname = 'gone'");
            Cleaner engine = Quiet.in(database).claiming("stale");
            for (CleanupReport report : List.of(engine.check(), engine.clean())) {
                assertThat(Told.by(report))
                        .contains(
                                "ORPHAN_ROW_TYPE public.lost reported",
                                "ORPHAN_ARRAY_TYPE public._gone reported",
                                "TYPE_IN_USE public.stale noted");
            }
        }
    }

    private static CleanupReport cleaned(TestDatabase database) {
        List<String> before = types(database);
        assertThat(before).anyMatch(type -> type.endsWith(" stale"));
        CleanupReport unclaimed = Quiet.in(database).check();
        assertThat(unclaimed.results())
                .singleElement()
                .matches(result -> result.finding().code().damage());
        CleanupReport report = Quiet.in(database).claiming("stale").clean();
        assertThat(report.isClean()).isFalse();
        assertThat(Told.only(report, FindingCode.UNUSED_TYPE).refusal()).isEqualTo(Refusal.DAMAGE);
        assertThat(types(database)).isEqualTo(before);
        return report;
    }

    private static List<String> types(TestDatabase database) {
        return database.queryTexts("SELECT oid || ' ' || typname FROM pg_type WHERE oid >= 16384 ORDER BY oid");
    }

    private static String stateOf(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return catchThrowableOfType(SQLException.class, () -> statement.execute(sql))
                    .getSQLState();
        }
    }
}
