package io.github.cleanstaletypes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.Quiet;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.TypeRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements kept of a removed type make it again as it was: compared row by row of the catalog. */
class UndoTest {

    private static final List<String> TYPES = List.of(
            "CREATE TYPE t AS ENUM ()",
            "CREATE TYPE t AS ENUM ('b', 'a'); ALTER TYPE t ADD VALUE 'it''s' BEFORE 'b';"
                    + " ALTER TYPE t ADD VALUE 'back\\slash' AFTER 'it''s'; ALTER TYPE t RENAME VALUE 'a' TO 'A B'",
            "CREATE DOMAIN t AS int",
            "CREATE DOMAIN t AS varchar(10) COLLATE \"C\" DEFAULT 'x'::varchar || 'y' NOT NULL"
                    + " CONSTRAINT \"no t\" CHECK (VALUE <> 't') CHECK (length(VALUE) < 5);"
                    + " ALTER DOMAIN t ADD CONSTRAINT late CHECK (VALUE ~ '^\\d') NOT VALID;"
                    + " COMMENT ON CONSTRAINT late ON DOMAIN t IS 'it''s late'",
            "CREATE DOMAIN t AS numeric(10, 2)[] DEFAULT '{1.5}' CHECK (cardinality(VALUE) < 3)",
            "CREATE DOMAIN t AS interval day to second(3)",
            "CREATE DOMAIN t AS \"char\" DEFAULT 'a'",
            "CREATE DOMAIN t AS bpchar",
            "CREATE DOMAIN base AS text DEFAULT 'b' CHECK (VALUE <> 'x'); CREATE DOMAIN t AS base CHECK (VALUE <> 'y')",
            "CREATE DOMAIN base AS int DEFAULT 5; CREATE DOMAIN t AS base; ALTER DOMAIN t DROP DEFAULT",
            "CREATE FUNCTION %1$s.ok(text) RETURNS bool IMMUTABLE LANGUAGE sql AS 'SELECT true';"
                    + " CREATE DOMAIN t AS text DEFAULT %1$s.ok('')::text CHECK (%1$s.ok(VALUE))",
            "CREATE TYPE t AS ()",
            "CREATE TYPE t AS (a int, \"B b\" varchar(7) COLLATE \"C\", gone int, c numeric(5, 1)[], d other.mood,"
                    + " e timestamp(3) with time zone, f bit(3), g bpchar, \"select\" text COLLATE \"POSIX\");"
                    + " ALTER TYPE t DROP ATTRIBUTE gone; COMMENT ON COLUMN t.\"B b\" IS 'two'; COMMENT ON COLUMN t.d IS E'a\\nb'",
            "CREATE TYPE t AS RANGE (subtype = date)",
            "CREATE TYPE t AS RANGE (subtype = text, collation = \"C\", subtype_opclass = text_pattern_ops,"
                    + " multirange_type_name = other.\"Many %1$s\"); COMMENT ON TYPE other.\"Many %1$s\" IS 'many'",
            "CREATE TYPE t AS RANGE (subtype = float8, subtype_diff = float8mi)",
            "CREATE FUNCTION other.apart(other.mood, other.mood) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8';"
                    + " CREATE TYPE t AS RANGE (subtype = other.mood, subtype_diff = other.apart)");

    private static final List<String> GRANTS = List.of(
            "",
            "COMMENT ON %1$s t IS E'it''s\\n\"mine\" \\\\ 100%%%%'",
            "ALTER %1$s t OWNER TO %2$s",
            "REVOKE ALL ON TYPE t FROM PUBLIC",
            "REVOKE ALL ON TYPE t FROM PUBLIC, postgres",
            "GRANT USAGE ON TYPE t TO %2$s",
            "REVOKE ALL ON TYPE t FROM PUBLIC; GRANT USAGE ON TYPE t TO %2$s WITH GRANT OPTION;"
                    + " GRANT USAGE ON TYPE t TO %3$s",
            "ALTER %1$s t OWNER TO %2$s; REVOKE ALL ON TYPE t FROM PUBLIC; REVOKE ALL ON TYPE t FROM %2$s;"
                    + " GRANT USAGE ON TYPE t TO postgres",
            "GRANT USAGE ON TYPE t TO %2$s WITH GRANT OPTION; SET ROLE %2$s; GRANT USAGE ON TYPE t TO %3$s WITH GRANT OPTION;"
                    + " RESET ROLE; SET ROLE %3$s; GRANT USAGE ON TYPE t TO %4$s; RESET ROLE;"
                    + " GRANT USAGE ON TYPE t TO %4$s; REVOKE USAGE ON TYPE t FROM PUBLIC");

    private static final String FRESH = "DROP SCHEMA IF EXISTS public, other CASCADE; CREATE SCHEMA public;"
            + " GRANT ALL ON SCHEMA public TO PUBLIC; CREATE SCHEMA other; GRANT ALL ON SCHEMA other TO PUBLIC;"
            + " CREATE TYPE other.mood AS ENUM ('sad', 'ok')";

    @EachServer
    void makes_every_kind_of_type_again(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            List<String> types = new ArrayList<>(TYPES);
            // such a constraint has a row of its own, which can be commented on, from 17
            if (Integer.parseInt(server.version().split("\\.")[0]) >= 17) {
                types.add("CREATE DOMAIN t AS int CONSTRAINT \"not nothing\" NOT NULL CONSTRAINT k CHECK (VALUE > 0);"
                        + " COMMENT ON CONSTRAINT \"not nothing\" ON DOMAIN t IS 'named'");
            }
            makesAgain(database, types);
        }
    }

    @EachServer
    void makes_a_type_again_with_its_owner_its_comment_and_its_grants(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            Object[] roles = {null, database.createRole(), database.createRole(), database.createRole()};
            List<String> types = new ArrayList<>();
            for (String kind : List.of(
                    "CREATE TYPE t AS ENUM ('a')",
                    "CREATE DOMAIN t AS int",
                    "CREATE TYPE t AS (a int)",
                    "CREATE TYPE t AS RANGE (subtype = date)")) {
                roles[0] = kind.contains("DOMAIN") ? "DOMAIN" : "TYPE";
                GRANTS.forEach(grant -> types.add(kind + "; " + grant.formatted(roles)));
            }
            makesAgain(database, types);
        }
    }

    @EachServer("14.22")
    void makes_a_type_again_that_was_quarantined_before_it_was_dropped(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            for (String type : List.of(
                    TYPES.get(1) + "; COMMENT ON TYPE t IS 'of\n\"a\" user'",
                    TYPES.get(3) + "; ALTER DOMAIN t OWNER TO " + role + "; COMMENT ON DOMAIN t IS ''''",
                    TYPES.get(12) + "; REVOKE USAGE ON TYPE t FROM PUBLIC")) {
                database.execute(FRESH, type);
                List<String> before = TypeRow.all(database);
                try (Connection other = database.connect()) {
                    CleanupReport report =
                            Cleaner.in(database.dataSource()).claiming("t").clean();
                    assertThat(Told.by(report)).containsExactly("UNUSED_TYPE public.t quarantined");
                    assertThat(other.isValid(0)).isTrue();
                }
                CleanupReport later = Quiet.in(database).clean();
                assertThat(Told.by(later)).containsExactly("UNUSED_TYPE public.t dropped");
                database.execute(undo(later));
                assertThat(TypeRow.all(database)).as(type).isEqualTo(before);
            }
        }
    }

    @EachServer
    void is_told_by_a_check_already(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TYPE \"My Mood\" AS ENUM ('sad', 'it''s')");
            CleanupReport report =
                    Cleaner.in(database.dataSource()).claiming("\"My Mood\"").check();
            assertThat(undo(report).lines())
                    .startsWith(
                            "BEGIN;",
                            "SET LOCAL client_encoding = 'UTF8';",
                            "SET LOCAL standard_conforming_strings = 'on';")
                    .containsSubsequence(
                            "CREATE TYPE public.\"My Mood\" AS ENUM ('sad', 'it''s');",
                            "ALTER TYPE public.\"My Mood\" OWNER TO postgres;")
                    .endsWith("COMMIT;");
        }
    }

    /** Each type is made in a schema of its own; all are removed by one run, and made again. */
    private static void makesAgain(TestDatabase database, List<String> types) {
        List<String> statements = new ArrayList<>(List.of(FRESH));
        List<String> names = new ArrayList<>();
        for (String type : types) {
            String schema = "s" + names.size();
            statements.add("CREATE SCHEMA " + schema + "; GRANT ALL ON SCHEMA " + schema
                    + " TO PUBLIC; SET search_path = " + schema + "; " + type.formatted(schema));
            names.add(schema + ".t");
        }
        database.execute(statements.toArray(String[]::new));
        List<String> before = TypeRow.all(database);
        CleanupReport report =
                Quiet.in(database).claiming(names.toArray(String[]::new)).clean();
        assertThat(Told.by(report))
                .containsExactlyInAnyOrderElementsOf(names.stream()
                        .map(name -> "UNUSED_TYPE " + name + " dropped")
                        .toList());
        database.execute(undo(report));
        assertThat(TypeRow.all(database)).containsExactlyElementsOf(before);
    }

    private static String undo(CleanupReport report) {
        return report.results().stream()
                .map(result -> result.undo().orElseThrow())
                .reduce("", (all, each) -> all.isEmpty() ? each : all + "\n" + each);
    }
}
