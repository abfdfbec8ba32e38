package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
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
import java.util.Map;

/** A standalone type of a claimed name that nothing uses stands in the way, and is removed. */
class UnusedTypeTest {

    private static final Map<String, String> KINDS = Map.of(
            "enum", "CREATE TYPE t AS ENUM ('a')",
            "domain", "CREATE DOMAIN t AS int NOT NULL CHECK (VALUE > 0)",
            "range", "CREATE TYPE t AS RANGE (subtype = date)",
            "composite", "CREATE TYPE t AS (a int)");

    @EachServer
    void raises_what_a_create_table_of_its_name_really_gets_and_makes_way_for_it(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            for (Map.Entry<String, String> kind : KINDS.entrySet()) {
                database.execute(kind.getValue());
                CleanupReport report = Quiet.in(database).claiming("t").clean();

                Finding finding = Told.only(report, FindingCode.UNUSED_TYPE).finding();
                assertThat(Told.by(report)).containsExactly("UNUSED_TYPE public.t dropped");
                assertThat(report.isClean()).isTrue();
                assertThat(finding.subject().kind()).isEqualTo(kind.getKey());
                assertThat(finding.explanation()).contains(finding.raises());
                database.execute(String.valueOf(
                        Told.only(report, FindingCode.UNUSED_TYPE).undo().orElse(null)));
                assertThat(stateOf(database, "CREATE TABLE t (id int)")).isEqualTo(finding.raises());

                Quiet.in(database).claiming("t").clean();
                database.execute("CREATE TABLE t (id int)", "DROP TABLE t");
            }
        }
    }

    @EachServer
    void is_left_by_a_check_and_by_a_plan(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE t AS ENUM ()");
            Cleaner engine = Quiet.in(database).claiming("t");
            assertThat(Told.by(engine.check())).containsExactly("UNUSED_TYPE public.t reported");
            assertThat(Told.by(engine.dryRun().clean())).containsExactly("UNUSED_TYPE public.t planned");
            assertThat(engine.dryRun().clean().isClean()).isFalse();
            assertThat(types(database)).containsExactly("public.t");
        }
    }

    @EachServer
    void is_nothing_as_long_as_nobody_claims_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA other", "CREATE TYPE t AS ENUM ()", "CREATE TYPE other.u AS ENUM ()");
            Cleaner engine = Quiet.in(database);
            assertThat(engine.clean().results()).isEmpty();
            assertThat(engine.claiming("T2", "\"T\"", "other.t", "u").clean().results())
                    .isEmpty();
            assertThat(engine.inSchemas("oth*").claiming("t").clean().results()).isEmpty();
            assertThat(engine.inSchemas("o").claimingAllUnused().clean().results())
                    .isEmpty();
            assertThat(types(database)).containsExactly("other.u", "public.t");
            assertThat(engine.claiming("u").check().notLookedAt()).anyMatch(line -> line.contains("other.u"));
        }
    }

    @EachServer
    void is_removed_in_its_schema_only(PostgresServer server) {
        try (TestDatabase database = server.createDatabase();
                TestDatabase another = server.createDatabase()) {
            another.execute("CREATE TYPE t AS ENUM ()");
            database.execute(
                    "CREATE SCHEMA other",
                    "CREATE SCHEMA third",
                    "CREATE TYPE t AS ENUM ()",
                    "CREATE TYPE other.t AS ENUM ()",
                    "CREATE TYPE third.t AS ENUM ()");
            assertThat(Told.by(Quiet.in(database).claiming("t").clean()))
                    .containsExactly("UNUSED_TYPE public.t dropped");
            assertThat(types(database)).containsExactly("other.t", "third.t");
            assertThat(Told.by(Quiet.in(database).claiming("other.T").clean()))
                    .containsExactly("UNUSED_TYPE other.t dropped");
            assertThat(Told.by(
                            Quiet.in(database).inSchemas("th?rd").claiming("t").clean()))
                    .containsExactly("UNUSED_TYPE third.t dropped");
            assertThat(types(another)).containsExactly("public.t");
        }
    }

    @EachServer
    void is_found_whoever_claims_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE t AS ENUM ()");
            for (ClaimSource source : ClaimSource.values()) {
                CleanupReport report = Cleaner.in(database.dataSource())
                        .claiming(List.of(
                                new Claim(SqlName.parse("t"), ClaimSource.HAND),
                                new Claim(SqlName.parse("public.t"), source)))
                        .check();
                assertThat(Told.only(report, FindingCode.UNUSED_TYPE).finding().claimedBy())
                        .isEqualTo(source);
            }
        }
    }

    @EachServer
    void is_not_a_shell_type_nor_a_row_type_nor_an_array_nor_one_of_the_server_s(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE shell",
                    "CREATE TABLE o (id int)",
                    "CREATE VIEW v AS SELECT 1 AS id",
                    "CREATE TABLE p (id int) PARTITION BY LIST (id)",
                    "CREATE SEQUENCE s",
                    "CREATE SCHEMA other",
                    "CREATE TYPE other.t AS ENUM ()");
            Cleaner engine = Quiet.in(database)
                    .claiming("shell", "o", "_o", "v", "p", "s", "_shell", "other._t")
                    .claiming("int4", "pg_catalog.int4", "_int4", "pg_catalog._int4", "int2vector", "pg_class")
                    .claiming("information_schema.sql_identifier", "pg_toast.pg_toast_2619");
            List<String> before = everyType(database);
            assertThat(engine.check().results()).isEmpty();
            assertThat(engine.clean().results()).isEmpty();
            assertThat(everyType(database)).isEqualTo(before);
        }
    }

    @EachServer
    void is_not_a_multirange_nor_a_base_type_on_its_own(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TYPE r AS RANGE (subtype = date)",
                    "CREATE TYPE b",
                    "CREATE FUNCTION b_in(cstring) RETURNS b IMMUTABLE STRICT LANGUAGE internal AS 'textin'",
                    "CREATE FUNCTION b_out(b) RETURNS cstring IMMUTABLE STRICT LANGUAGE internal AS 'textout'",
                    "CREATE TYPE b (INPUT = b_in, OUTPUT = b_out)");
            CleanupReport report =
                    Quiet.in(database).claiming("r_multirange", "b").clean();
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder("TYPE_IN_USE public.r_multirange noted", "TYPE_IN_USE public.b noted");
            database.execute("SELECT r_multirange()", "SELECT 'x'::b");
        }
    }

    @EachServer
    void is_not_one_that_an_open_transaction_creates(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            for (String create : KINDS.values()) {
                statement.execute(create);
                CleanupReport report = Cleaner.in(database.dataSource())
                        .waitingForCreators(Duration.ZERO)
                        .claiming("t")
                        .clean();
                assertThat(report.results())
                        .noneMatch(result -> result.finding().code() == FindingCode.UNUSED_TYPE);
                assertThat(report.isClean()).isTrue();
                other.commit();
                assertThat(types(database)).containsExactly("public.t");
                statement.execute(create.startsWith("CREATE DOMAIN") ? "DROP DOMAIN t" : "DROP TYPE t");
                other.commit();
            }
        }
    }

    private static String stateOf(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            SQLException failure = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            return failure.getSQLState();
        }
    }

    private static List<String> types(TestDatabase database) {
        return database.queryTexts("SELECT typnamespace::regnamespace || '.' || typname FROM pg_type"
                + " WHERE oid >= 16384 AND typelem = 0 AND typtype <> 'm' ORDER BY 1");
    }

    private static List<String> everyType(TestDatabase database) {
        return database.queryTexts("SELECT oid || typname || typnamespace FROM pg_type ORDER BY oid");
    }
}
