package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** A relation of a name that must be free is told with what it holds, and never touched. */
class LeftoverRelationTest {

    @EachServer(sample = 1)
    void is_a_table_that_a_pending_migration_or_an_error_or_a_strict_run_claims(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE big (id int)", "INSERT INTO big SELECT generate_series(1, 7)");
            Cleaner engine = Cleaner.in(database.dataSource());
            for (Cleaner demanding : List.of(
                    engine.claiming(claim("big", ClaimSource.MIGRATION)),
                    engine.claiming(claim("big", ClaimSource.ERROR)),
                    engine.claiming("big").strictly())) {
                for (CleanupReport report : List.of(demanding.check(), demanding.clean())) {
                    assertThat(Told.by(report)).containsExactly("LEFTOVER_RELATION public.big reported");
                    assertThat(report.isClean()).isFalse();
                    Result result = Told.only(report, FindingCode.LEFTOVER_RELATION);
                    assertThat(result.finding().raises()).isEqualTo("42P07");
                    assertThat(result.explanation()).contains("table public.big exists with 7 rows");
                    assertThat(result.finding().evidence())
                            .containsEntry("rows", 7L)
                            .containsEntry("rows_are", "counted");
                }
            }
            assertThat(database.queryText("SELECT count(*) FROM big")).isEqualTo("7");
        }
    }

    @EachServer(sample = 1)
    void is_nothing_when_claimed_by_hand(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE big (id int)", "CREATE TYPE u AS ENUM ()");
            Cleaner engine = Cleaner.in(database.dataSource()).claiming("big");
            assertThat(engine.clean().results()).isEmpty();
            // that another name must be free says nothing of this one
            CleanupReport report =
                    engine.claiming(claim("other", ClaimSource.MIGRATION)).clean();
            assertThat(report.results()).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void is_not_a_relation_of_another_schema_or_of_the_server(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA other", "CREATE TABLE other.big (id int)");
            Cleaner engine = Cleaner.in(database.dataSource());
            assertThat(engine.claiming("big", "pg_class", "pg_catalog.pg_class", "tables")
                            .strictly()
                            .check()
                            .results())
                    .isEmpty();
            assertThat(Told.by(engine.claiming("other.big").strictly().check()))
                    .containsExactly("LEFTOVER_RELATION other.big reported");
        }
    }

    @EachServer(sample = 1)
    void is_told_with_its_kind_and_never_with_a_number_of_rows_that_nobody_knows(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE VIEW v AS SELECT generate_series(1, 3) AS id",
                    "CREATE MATERIALIZED VIEW m AS SELECT * FROM v",
                    "CREATE SEQUENCE s",
                    "CREATE TABLE p (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE p1 PARTITION OF p DEFAULT",
                    "INSERT INTO p VALUES (1)",
                    "CREATE EXTENSION file_fdw",
                    "CREATE SERVER local FOREIGN DATA WRAPPER file_fdw",
                    "CREATE FOREIGN TABLE f (id int) SERVER local OPTIONS (program 'echo 1')",
                    "CREATE TABLE o (id int PRIMARY KEY)");
            CleanupReport report = Cleaner.in(database.dataSource())
                    .claiming("v", "m", "s", "p", "f", "o_pkey")
                    .strictly()
                    .check();
            assertThat(report.results())
                    .map(result -> result.finding().explanation().replaceAll(": .*", ""))
                    .containsExactlyInAnyOrder(
                            "The view public.v exists",
                            "The materialized view public.m exists with 3 rows",
                            "The sequence public.s exists",
                            "The partitioned table public.p exists with an unknown number of rows",
                            "The foreign table public.f exists with an unknown number of rows",
                            "The index public.o_pkey of public.o exists");
        }
    }

    @EachServer(sample = 1)
    void is_told_without_a_count_where_somebody_holds_it_or_this_role_may_not_read_it(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            String role = database.createRole();
            database.execute(
                    "CREATE TABLE held (id int)",
                    "CREATE TABLE free (id int)",
                    "INSERT INTO free VALUES (1)",
                    "INSERT INTO held SELECT generate_series(1, 10)",
                    "GRANT SELECT ON free TO " + role,
                    "CREATE TABLE secret (id int)",
                    "INSERT INTO secret VALUES (1), (2)",
                    "CREATE TABLE partly (id int)",
                    "INSERT INTO partly VALUES (1), (2)",
                    "GRANT SELECT ON partly TO " + role,
                    "ALTER TABLE partly ENABLE ROW LEVEL SECURITY",
                    "CREATE TABLE unanalyzed (id int)",
                    "ANALYZE held, secret, partly");
            String[] names = {"held", "free", "secret", "partly", "unanalyzed"};
            CleanupReport unprivileged = Cleaner.in(database.dataSource(role))
                    .claiming(names)
                    .strictly()
                    .check();
            assertThat(rows(unprivileged, "free")).containsEntry("rows", 1L).containsEntry("rows_are", "counted");
            assertThat(rows(unprivileged, "secret")).containsEntry("rows", 2L).containsEntry("rows_are", "estimated");
            assertThat(rows(unprivileged, "partly")).containsEntry("rows", 2L).containsEntry("rows_are", "estimated");
            assertThat(rows(unprivileged, "unanalyzed"))
                    .doesNotContainKey("rows")
                    .containsEntry("rows_are", "unknown");

            other.setAutoCommit(false);
            statement.execute("LOCK TABLE held");
            CleanupReport held = Cleaner.in(database.dataSource())
                    .claiming("held")
                    .strictly()
                    .check();
            assertThat(rows(held, "held")).containsEntry("rows", 10L).containsEntry("rows_are", "estimated");
        }
    }

    @EachServer(sample = 1)
    void is_counted_up_to_a_limit(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE big AS SELECT generate_series(1, 100001) AS id");
            CleanupReport report =
                    Cleaner.in(database.dataSource()).claiming("big").strictly().check();
            assertThat(rows(report, "big")).containsEntry("rows", 100_000L).containsEntry("rows_are", "at least");
            assertThat(report.results().get(0).explanation()).contains("more than 100000 rows");
        }
    }

    private static Map<String, Object> rows(CleanupReport report, String name) {
        return report.results().stream()
                .filter(result -> name.equals(result.finding().subject().name()))
                .findFirst()
                .orElseThrow()
                .finding()
                .evidence();
    }

    private static List<Claim> claim(String name, ClaimSource source) {
        return List.of(new Claim(SqlName.parse(name), source));
    }
}
