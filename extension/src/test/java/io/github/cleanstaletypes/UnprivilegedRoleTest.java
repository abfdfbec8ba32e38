package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
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
import java.time.Duration;
import java.util.List;

/** A role that may only log in sees all that is needed, and removes what is its own. */
class UnprivilegedRoleTest {

    @EachServer
    void reads_everything_and_removes_what_it_owns(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "CREATE SCHEMA app AUTHORIZATION " + role,
                    "SET SESSION AUTHORIZATION " + role
                            + "; CREATE TYPE app.a AS ENUM (); CREATE DOMAIN app.b AS int;"
                            + " CREATE TYPE app.c AS RANGE (subtype = date); CREATE TYPE app.d AS (a int);"
                            + " CREATE TYPE app.used AS ENUM (); CREATE TABLE app.o (u app.used);"
                            + " RESET SESSION AUTHORIZATION",
                    "CREATE SCHEMA hidden",
                    "CREATE FUNCTION hidden.f() RETURNS app.used LANGUAGE plpgsql AS 'BEGIN END'",
                    "REVOKE ALL ON FUNCTION hidden.f() FROM PUBLIC");
            Quiet.in(database);
            CleanupReport report = Cleaner.in(database.dataSource(role))
                    .claiming("app.a", "app.b", "app.c", "app.d", "app.used")
                    .strictly()
                    .clean();
            assertThat(Told.by(report))
                    .containsExactlyInAnyOrder(
                            "UNUSED_TYPE app.a dropped",
                            "UNUSED_TYPE app.b dropped",
                            // only a superuser can lock pg_type, which a range needs where the server locks no types
                            "UNUSED_TYPE app.c " + (server.locksTypes() ? "dropped" : "refused"),
                            "UNUSED_TYPE app.d dropped",
                            "TYPE_IN_USE app.used refused");
            assertThat(Told.only(report, FindingCode.TYPE_IN_USE)
                            .finding()
                            .evidence()
                            .get("dependents"))
                    .asInstanceOf(LIST)
                    .containsExactlyInAnyOrder("column u of table app.o", "function hidden.f()");
        }
    }

    @EachServer
    void is_refused_a_type_of_another_role(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            String owner = database.createRole();
            database.execute("CREATE TYPE mood AS ENUM ()", "ALTER TYPE mood OWNER TO " + owner);
            Quiet.in(database);
            Cleaner engine = Cleaner.in(database.dataSource(role)).claiming("mood");
            CleanupReport report = engine.clean();
            assertThat(Told.by(report)).containsExactly("UNUSED_TYPE public.mood refused");
            Result result = Told.only(report, FindingCode.UNUSED_TYPE);
            assertThat(result.refusal()).isEqualTo(Refusal.PRIVILEGE);
            assertThat(result.explanation()).contains("only its owner \"" + owner + "\"");
            assertThat(report.couldNotFinish()).isTrue();
            assertThat(report.isClean()).isFalse();

            CleanupReport check = engine.check();
            assertThat(Told.by(check)).containsExactly("UNUSED_TYPE public.mood reported");
            assertThat(check.couldNotFinish()).isFalse();
            assertThat(database.queryTexts("SELECT oid FROM pg_type WHERE typname = 'mood'"))
                    .hasSize(1);
        }
    }

    @EachServer
    void removes_what_a_role_owns_that_it_is_a_member_of(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            String owner = database.createRole();
            database.execute(
                    "GRANT " + owner + " TO " + role,
                    "GRANT CREATE ON SCHEMA public TO " + owner,
                    "CREATE TYPE mood AS ENUM ()",
                    "ALTER TYPE mood OWNER TO " + owner);
            Quiet.in(database);
            assertThat(Told.by(Cleaner.in(database.dataSource(role))
                            .claiming("mood")
                            .clean()))
                    .containsExactly("UNUSED_TYPE public.mood dropped");
        }
    }

    @EachServer
    void takes_the_way_that_is_safe_everywhere_when_it_may_not_ask_whether_types_are_locked(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "REVOKE TEMPORARY ON DATABASE " + database.name() + " FROM PUBLIC",
                    "CREATE SCHEMA app AUTHORIZATION " + role,
                    "CREATE TYPE app.mood AS ENUM ()",
                    "ALTER TYPE app.mood OWNER TO " + role);
            Cleaner engine = Cleaner.in(database.dataSource(role)).claiming("app.mood");
            try (Connection other = database.connect()) {
                assertThat(Told.by(engine.clean())).containsExactly("UNUSED_TYPE app.mood quarantined");
                assertThat(other.isValid(0)).isTrue();
            }
            Quiet.in(database);
            assertThat(Told.by(engine.clean())).containsExactly("UNUSED_TYPE app.mood dropped");
        }
    }

    @EachServer
    void is_told_what_it_may_not_see_of_who_creates(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            String role = database.createRole();
            other.setAutoCommit(false);
            statement.execute("SET application_name = 'a migrator'; CREATE TABLE secret (id int)");
            database.execute("BEGIN; CREATE TABLE t (id int); PREPARE TRANSACTION '" + database.name() + "'");
            CleanupReport report = Cleaner.in(database.dataSource(role)).check();

            Result session = Told.only(report, FindingCode.UNCOMMITTED_CREATION);
            assertThat(session.finding().evidence())
                    .containsEntry("query", "not visible to this role")
                    .containsEntry("state", "not visible to this role")
                    .containsEntry("application_name", "a migrator")
                    .containsKeys("pid", "xid")
                    .doesNotContainKeys("age_seconds", "client");
            assertThat(session.explanation())
                    .contains("query not visible to this role", "for a time not visible to this role", "pid ")
                    .doesNotContain("secret");
            assertThat(Told.only(report, FindingCode.PREPARED_CREATION)
                            .finding()
                            .evidence())
                    .containsEntry("gid", database.name())
                    .containsKeys("role", "age_seconds");

            database.execute("GRANT pg_read_all_stats TO " + role);
            Result visible = Told.only(Cleaner.in(database.dataSource(role)).check(), FindingCode.UNCOMMITTED_CREATION);
            assertThat(visible.finding().evidence().get("query")).asString().contains("CREATE TABLE secret");
        }
    }

    @EachServer
    void is_refused_the_rollback_of_another_role_s_prepared_transaction(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            String gid = database.name() + "_left";
            database.execute("BEGIN; CREATE TABLE t (id int); PREPARE TRANSACTION '" + gid + "'");
            CleanupReport report = Cleaner.in(database.dataSource(role))
                    .rollingBack(gid)
                    .waitingForCreators(Duration.ZERO)
                    .clean();
            assertThat(Told.by(report)).containsExactly("PREPARED_CREATION " + gid + " refused");
            assertThat(report.couldNotFinish()).isTrue();
            assertThat(database.queryTexts("SELECT gid FROM pg_prepared_xacts WHERE gid = '" + gid + "'"))
                    .hasSize(1);
        }
    }

    @EachServer
    void finds_a_bare_name_on_its_own_search_path(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(
                    "CREATE SCHEMA " + role + " AUTHORIZATION " + role,
                    "CREATE SCHEMA \"Sec,ond\" AUTHORIZATION " + role,
                    "CREATE SCHEMA off",
                    "ALTER ROLE " + role + " SET search_path = \"$user\", gone, \"Sec,ond\"");
            for (String schema : List.of(role, "\"Sec,ond\"", "off", "public")) {
                database.execute("CREATE TYPE " + schema + ".mood AS ENUM ()");
            }
            CleanupReport report =
                    Cleaner.in(database.dataSource(role)).claiming("mood").check();
            assertThat(Told.by(report))
                    .containsExactly("UNUSED_TYPE " + role + ".mood reported", "UNUSED_TYPE \"Sec,ond\".mood reported");
            assertThat(report.notLookedAt())
                    .anyMatch(line -> line.contains("off.mood"))
                    .anyMatch(line -> line.contains("public.mood"));
        }
    }

    @EachServer
    void is_not_deceived_by_what_a_schema_at_the_front_of_its_search_path_redefines(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute(hostileSchema());
            database.execute(
                    "CREATE SCHEMA app AUTHORIZATION " + role,
                    "CREATE TYPE app.mood AS ENUM ('ok')",
                    "ALTER TYPE app.mood OWNER TO " + role,
                    "COMMENT ON TYPE app.mood IS 'of a user'",
                    "CREATE DOMAIN app.used AS int",
                    "CREATE TABLE app.o (u app.used);" + " RESET SESSION AUTHORIZATION",
                    "INSERT INTO app.o VALUES (1)",
                    "GRANT SELECT ON app.o TO " + role,
                    "CREATE FUNCTION app.f() RETURNS void LANGUAGE plpgsql AS 'DECLARE u app.used; BEGIN END'",
                    "ALTER ROLE " + role + " SET search_path = evil, app, pg_catalog");
            try (Connection victim = database.connect(role);
                    Statement statement = victim.createStatement()) {
                for (String deceived : List.of(
                        "SELECT count('x'::text) FROM pg_type",
                        "SELECT unnest('{1}'::int8[])",
                        "SELECT oid = oid FROM pg_catalog.pg_namespace")) {
                    assertThatThrownBy(() -> statement.executeQuery(deceived).next())
                            .as(deceived)
                            .hasMessageContaining("deceived");
                }
            }
            Cleaner engine = Cleaner.in(database.dataSource(role)).claiming("mood", "used", "o");
            assertThat(Told.by(engine.strictly().check()))
                    .containsExactly(
                            "UNUSED_TYPE app.mood reported",
                            "TYPE_IN_USE app.used reported",
                            "LEFTOVER_RELATION app.o reported");
            try (Connection other = database.connect()) {
                assertThat(Told.by(engine.clean()))
                        .containsExactly(
                                "UNUSED_TYPE app.mood " + (server.locksTypes() ? "dropped" : "quarantined"),
                                "TYPE_IN_USE app.used noted");
                assertThat(other.isValid(0)).isTrue();
            }
            if (!server.locksTypes()) {
                assertThat(Told.by(engine.restore())).containsExactly("UNUSED_TYPE app.mood restored");
            }
            String gid = database.name() + "_evil";
            database.execute(
                    "BEGIN; SET LOCAL ROLE " + role + "; CREATE TABLE app.t (); PREPARE TRANSACTION '" + gid + "'");
            assertThat(Told.by(Cleaner.in(database.dataSource(role))
                            .rollingBack(gid)
                            .clean()))
                    .contains("PREPARED_CREATION " + gid + " rolled_back");
        }
    }

    /** Whatever a careless statement could resolve there instead of in the server's own schema. */
    private static String[] hostileSchema() {
        return new String[] {
            "CREATE SCHEMA evil",
            "GRANT USAGE ON SCHEMA evil TO PUBLIC",
            "CREATE FUNCTION evil.deceive() RETURNS bool LANGUAGE plpgsql AS"
                    + " $$BEGIN RAISE EXCEPTION 'deceived'; END$$",
            """
            DO $do$
            DECLARE f record;
            BEGIN
                FOR f IN SELECT p.oid, p.proname, pg_catalog.pg_get_function_identity_arguments(p.oid) AS args, p.prokind,
                                p.proretset, p.prorettype::pg_catalog.regtype AS result
                           FROM pg_catalog.pg_proc p
                          WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind = 'f'
                            AND p.proname IN ('unnest', 'format', 'set_config', 'current_schemas', 'pg_has_role', 'lower',
                                'strpos', 'starts_with', 'current_database', 'pg_backend_pid', 'split_part', 'current_setting',
                                'pg_get_userbyid', 'obj_description', 'format_type', 'cardinality', 'clock_timestamp',
                                'date_part', 'quote_literal', 'quote_ident', 'pg_is_in_recovery', 'has_table_privilege',
                                'pg_identify_object', 'translate', 'aclexplode', 'pg_get_expr', 'pg_get_constraintdef',
                                'pg_try_advisory_xact_lock', 'pg_stat_clear_snapshot', 'has_schema_privilege')
                            AND pg_catalog.pg_get_function_identity_arguments(p.oid) !~ '(OUT|VARIADIC|any)'
                LOOP
                    EXECUTE pg_catalog.format('CREATE FUNCTION evil.%I(%s) RETURNS %s LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION ''deceived''; END$$',
                        f.proname, f.args, CASE WHEN f.proretset THEN 'SETOF ' ELSE '' END || f.result);
                END LOOP;
                FOR f IN SELECT o.oprname, pg_catalog.format_type(o.oprleft, NULL) AS l, pg_catalog.format_type(o.oprright, NULL) AS r,
                                pg_catalog.row_number() OVER () AS n
                           FROM pg_catalog.pg_operator o
                          WHERE o.oprname IN ('=', '<>', '<', '>', '||', '~', '!~') AND o.oprkind = 'b'
                            AND pg_catalog.format_type(o.oprleft, NULL) IN ('oid', 'name', 'text', '"char"', 'integer', 'smallint', 'bigint')
                            AND pg_catalog.format_type(o.oprright, NULL) IN ('oid', 'name', 'text', '"char"', 'integer', 'smallint', 'bigint')
                LOOP
                    EXECUTE pg_catalog.format('CREATE FUNCTION evil.op%s(%s, %s) RETURNS bool LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION ''deceived''; END$$',
                        f.n, f.l, f.r);
                    EXECUTE pg_catalog.format('CREATE OPERATOR evil.%s (LEFTARG = %s, RIGHTARG = %s, FUNCTION = evil.op%s)',
                        f.oprname, f.l, f.r, f.n);
                END LOOP;
                FOR f IN SELECT c.relname FROM pg_catalog.pg_class c
                          WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind IN ('r', 'v')
                            AND c.relname IN ('pg_type', 'pg_class', 'pg_namespace', 'pg_depend', 'pg_locks', 'pg_stat_activity',
                                'pg_prepared_xacts', 'pg_range', 'pg_attribute', 'pg_proc', 'pg_extension', 'pg_description',
                                'pg_settings', 'pg_constraint', 'pg_enum', 'pg_database')
                LOOP
                    EXECUTE pg_catalog.format('CREATE VIEW evil.%I AS SELECT evil.deceive() AS oid', f.relname);
                    EXECUTE pg_catalog.format('GRANT SELECT ON evil.%I TO PUBLIC', f.relname);
                END LOOP;
            END $do$
            """,
            "CREATE DOMAIN evil.text AS pg_catalog.text CHECK (evil.deceive())",
            "CREATE DOMAIN evil.oid AS pg_catalog.oid CHECK (evil.deceive())",
            "CREATE DOMAIN evil.name AS pg_catalog.name CHECK (evil.deceive())",
            "CREATE DOMAIN evil.int8 AS pg_catalog.int8 CHECK (evil.deceive())",
            "CREATE DOMAIN evil.bool AS pg_catalog.bool CHECK (evil.deceive())",
            "CREATE DOMAIN evil.regclass AS pg_catalog.regclass CHECK (evil.deceive())"
        };
    }
}
