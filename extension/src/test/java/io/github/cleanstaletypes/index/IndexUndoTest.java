package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.util.List;
import java.util.stream.Stream;

/** The statements kept of a removed index make it again as it was, but valid: compared row by row of the catalog. */
class IndexUndoTest {

    private static final List<String> INDEXES = List.of(
            "CREATE INDEX i ON t (a)",
            "CREATE UNIQUE INDEX i ON t (a DESC NULLS LAST, b text_pattern_ops) INCLUDE (c) WITH (fillfactor = 70, deduplicate_items = off)"
                    + " WHERE c > '2020-01-02 03:04:05+00' AND f <> 0.1::float8 AND v <> '1 day -01:00:00'",
            "CREATE INDEX i ON t ((a || E'it''s \\\\ \\n'), lower(b) COLLATE \"C\"); ALTER INDEX i ALTER COLUMN 1 SET STATISTICS 77;"
                    + " ALTER INDEX i ALTER COLUMN 2 SET STATISTICS 0",
            "CREATE INDEX i ON t USING gin (to_tsvector('simple', b)) WITH (fastupdate = off)",
            "CREATE INDEX i ON t USING gist (r range_ops)",
            "CREATE INDEX i ON t USING brin (c) WITH (pages_per_range = 16)",
            "CREATE INDEX i ON t USING hash (a)",
            "CREATE INDEX i ON t (a) TABLESPACE pg_default; COMMENT ON INDEX i IS E'it''s\\n\\\\ mine'",
            "CREATE INDEX i ON t (a); UPDATE pg_index SET indisclustered = true WHERE indexrelid = 'i'::regclass",
            "CREATE INDEX i ON t (other.f(a)); ALTER INDEX i DEPENDS ON EXTENSION amcheck");

    private static final List<String> INDEXES_FROM_15 =
            List.of("CREATE UNIQUE INDEX i ON t (a, b) NULLS NOT DISTINCT WHERE a > 'b'");

    private static final String INVALID = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = '%s'::regclass";

    @EachServer({"14.22", "18.6"})
    void makes_every_kind_of_index_again(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE EXTENSION amcheck",
                    "CREATE SCHEMA other",
                    "CREATE FUNCTION other.f(text) RETURNS text IMMUTABLE LANGUAGE sql AS 'SELECT $1'",
                    "CREATE TABLE t (a text, b text, c timestamptz, f float8, v interval, r int4range)",
                    // what a text means depends on these, and where an index goes
                    "ALTER DATABASE " + database.name() + " SET DateStyle = 'SQL, DMY'",
                    "ALTER DATABASE " + database.name() + " SET IntervalStyle = 'sql_standard'",
                    "ALTER DATABASE " + database.name() + " SET extra_float_digits = -5");
            List<String> indexes = Stream.concat(
                            INDEXES.stream(),
                            server.version().startsWith("14") ? Stream.of() : INDEXES_FROM_15.stream())
                    .toList();
            for (String index : indexes) {
                database.execute(index, INVALID.formatted("i"));
                List<String> before = rows(database);
                String undo = removed(database, "i");
                assertThat(database.queryText("SELECT to_regclass('i')")).isNull();
                database.execute(undo);
                assertThat(rows(database)).as(undo).isEqualTo(before);
                database.execute("DROP INDEX i");
            }
        }
    }

    /** A session that keeps its new indexes elsewhere is not asked. */
    @EachServer("18.6")
    void puts_it_where_it_was(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            String name = "\"here ' \\ " + database.name() + "\"";
            database.execute(
                    "SET allow_in_place_tablespaces = on",
                    "CREATE TABLESPACE " + name + " LOCATION ''",
                    "CREATE TABLE t (a text)",
                    "CREATE INDEX i ON t (a)",
                    "CREATE INDEX far ON t (a) TABLESPACE " + name,
                    INVALID.formatted("i"),
                    INVALID.formatted("far"),
                    "ALTER DATABASE " + database.name() + " SET default_tablespace = 'pg_default'");
            List<String> before = rows(database);
            String undo = removed(database, "i") + removed(database, "far");
            database.execute(undo.split("(?<=COMMIT;)"));
            assertThat(rows(database)).as(undo).isEqualTo(before);
            database.execute("DROP TABLE t", "DROP TABLESPACE " + name);
        }
    }

    /** No name is a statement, begins a line or ends a quote. */
    @EachServer({"14.22", "18.6"})
    void is_as_harmless_as_any_name_is_hostile(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE victim (id int)");
            for (String name : List.of(
                    "a\"b",
                    "a'b",
                    "a\\b",
                    "a\nDROP TABLE victim;\n\\! x",
                    "; DROP TABLE victim; --",
                    "%I %s $1 ?",
                    "Käse 🧀",
                    "x".repeat(63))) {
                String quoted = '"' + name.replace("\"", "\"\"") + '"';
                String table = '"' + ("t" + name).replace("\"", "\"\"").replace("x".repeat(63), "x".repeat(60)) + '"';
                database.execute(
                        "CREATE SCHEMA " + quoted,
                        "CREATE TABLE " + quoted + "." + table + " (" + quoted + " text)",
                        "CREATE UNIQUE INDEX " + quoted + " ON " + quoted + "." + table + " (" + quoted + ", lower("
                                + quoted + "))",
                        "COMMENT ON INDEX " + quoted + "." + quoted + " IS 'x" + name.replace("'", "''") + "'",
                        "UPDATE pg_index SET indisvalid = false WHERE indrelid = (SELECT c.oid FROM pg_class c JOIN pg_namespace n"
                                + " ON n.oid = relnamespace WHERE nspname = '" + name.replace("'", "''")
                                + "' AND relkind = 'r')");
                List<String> before = rows(database);
                String undo = removed(database, quoted + "." + quoted);
                assertThat(undo.lines()).allMatch(line -> line.endsWith(";"));
                database.execute(undo);
                assertThat(rows(database)).as(undo).isEqualTo(before);
            }
            assertThat(database.queryText("SELECT to_regclass('victim')")).isEqualTo("victim");
        }
    }

    private static String removed(TestDatabase database, String name) {
        CleanupReport report = Cleaner.in(database.dataSource()).claiming(name).clean();
        assertThat(report.cleaned()).as(report.toString()).isEqualTo(1);
        return report.results().stream()
                .filter(result -> result.outcome().healed())
                .map(result -> {
                    assertThat(result.finding().code()).isEqualTo(FindingCode.INVALID_INDEX);
                    return result.undo().orElseThrow();
                })
                .findFirst()
                .orElseThrow();
    }

    /** All rows about indexes of users' tables, without numbers that are given out, and without what makes one invalid. */
    private static List<String> rows(TestDatabase database) {
        return database.queryTexts(
                "WITH one AS (SELECT i.indexrelid AS oid FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid"
                        + " JOIN pg_namespace n ON n.oid = t.relnamespace WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema')"
                        + " SELECT (to_jsonb(c) - '{oid,relfilenode,reltype,relpages,reltuples,relallvisible,relallfrozen,relfrozenxid}'::text[])::text"
                        + " FROM pg_class c JOIN one USING (oid)"
                        + " UNION ALL SELECT (to_jsonb(i) - '{indexrelid,indisvalid,indcheckxmin,indexprs,indpred}'::text[])::text || pg_get_indexdef(indexrelid)"
                        + " FROM pg_index i JOIN one ON one.oid = indexrelid"
                        + " UNION ALL SELECT indexrelid::regclass || (to_jsonb(a) - '{attrelid}'::text[])::text"
                        + " FROM pg_attribute a JOIN pg_index i ON i.indexrelid = attrelid JOIN one ON one.oid = attrelid"
                        + " UNION ALL SELECT description FROM pg_description JOIN one ON one.oid = objoid"
                        + " UNION ALL SELECT objid::regclass || deptype::text || pg_describe_object(refclassid, refobjid, refobjsubid)"
                        + " FROM pg_depend JOIN one ON one.oid = objid ORDER BY 1");
    }
}
