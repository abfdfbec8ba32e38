package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An index that a concurrent command left is found with what it is, whatever is claimed. */
class InvalidIndexTest {

    @EachServer({"14.22", "18.6"})
    void is_told_with_its_evidence_and_a_query_that_finds_what_is_there_twice(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE labels (id bigserial PRIMARY KEY, name text)",
                    "INSERT INTO labels (name) VALUES ('Foo'), ('foo'), ('bar'), (NULL), (NULL)");
            Fault.fails(database, "CREATE UNIQUE INDEX CONCURRENTLY i ON labels (lower(name)) WHERE id < 100");

            CleanupReport report = Fault.claimed(database.dataSource(), "i").check();

            assertThat(Told.by(report)).containsExactly("INVALID_INDEX public.i reported");
            Finding finding = Told.only(report, FindingCode.INVALID_INDEX).finding();
            assertThat(finding.raises()).isEqualTo("42P07");
            assertThat(finding.evidence())
                    .containsEntry("table", "public.labels")
                    .containsEntry("unique", true)
                    .containsEntry("ready", false)
                    .containsEntry("live", true)
                    .containsEntry("owner", PostgresServer.SUPERUSER)
                    .containsEntry(
                            "definition",
                            "CREATE UNIQUE INDEX i ON public.labels USING btree (lower(name)) WHERE (id < 100)")
                    .containsKey("size_bytes");
            assertThat(database.queryTexts(query(finding))).containsExactly("foo");
        }
    }

    /** What a unique index takes for one value is what its collation, its predicate and its columns make of it. */
    @EachServer({"14.22", "18.6"})
    void is_told_with_a_query_for_each_kind_of_key(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE COLLATION blind (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                    "CREATE TABLE \"T \"\"1\" (a text, \"b B\" int, c text COLLATE \"C\" NOT NULL, d int)",
                    "INSERT INTO \"T \"\"1\" VALUES ('x', 1, 'u', 1), ('X', 1, 'U', NULL), (NULL, 2, 'w', NULL), (NULL, 2, 'w', NULL),"
                            + " ('y', 3, 'v', 1)",
                    "CREATE TABLE child () INHERITS (\"T \"\"1\")",
                    "INSERT INTO child SELECT * FROM ONLY \"T \"\"1\"");
            Map<String, List<String>> rows = new TreeMap<>(Map.of(
                    "(a COLLATE blind)", List.of("x"),
                    "(\"b B\", c COLLATE blind) INCLUDE (d)", List.of("1", "2"),
                    "(c)", List.of("w"),
                    "((a || '-'), d) WHERE a > 'a'", List.of(),
                    "(d)", List.of("1")));
            if (server.version().startsWith("18")) {
                rows.put("(d) NULLS NOT DISTINCT", Arrays.asList("1", null));
            }
            rows.forEach((key, twice) -> {
                if (twice.isEmpty()) {
                    database.execute("CREATE UNIQUE INDEX i ON \"T \"\"1\" " + key, invalidate("i"));
                } else {
                    Fault.fails(database, "CREATE UNIQUE INDEX CONCURRENTLY i ON \"T \"\"1\" " + key);
                }
                Finding finding = Told.only(
                                Fault.claimed(database.dataSource(), "i").check(), FindingCode.INVALID_INDEX)
                        .finding();
                assertThat(database.queryTexts(query(finding)))
                        .as(query(finding))
                        .containsExactlyInAnyOrderElementsOf(twice);
                database.execute("DROP INDEX i");
            });
        }
    }

    @EachServer(sample = 1)
    void is_a_note_unless_somebody_wants_its_name_to_be_free(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "CREATE INDEX i ON t (id)", invalidate("i"));
            Cleaner any = Cleaner.in(database.dataSource());
            assertThat(Told.by(any.check())).containsExactly("INVALID_INDEX public.i noted");
            assertThat(Told.by(any.clean())).containsExactly("INVALID_INDEX public.i noted");
            assertThat(any.clean().isClean()).isTrue();
            assertThat(Told.by(any.strictly().clean())).containsExactly("INVALID_INDEX public.i reported");
            assertThat(Told.by(any.claimingAllUnused().clean())).containsExactly("INVALID_INDEX public.i noted");
            assertThat(any.inSchemas("other").check().results()).isEmpty();
            assertThat(Fault.invalid(database)).containsExactly("i ready");
        }
    }

    /** Whatever is claimed, these are told only: something else needs them, or another remedy helps. */
    @EachServer({"14.22", "18.6"})
    void is_only_told_where_something_else_needs_it(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE k (id int CONSTRAINT k_key UNIQUE)",
                    "CREATE TABLE x (r int4range, CONSTRAINT x_excl EXCLUDE USING gist (r WITH &&))",
                    "CREATE TABLE f (id int NOT NULL)",
                    "CREATE UNIQUE INDEX f_i ON f (id)",
                    "CREATE TABLE refers (id int REFERENCES f (id))",
                    "CREATE TABLE r (id int NOT NULL)",
                    "CREATE UNIQUE INDEX r_i ON r (id)",
                    "ALTER TABLE r REPLICA IDENTITY USING INDEX r_i",
                    "CREATE TABLE p (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE p1 PARTITION OF p DEFAULT",
                    "CREATE INDEX p_i ON p (id)",
                    "CREATE INDEX p1_own ON p1 ((id + 1))",
                    "CREATE MATERIALIZED VIEW m AS SELECT 1 AS id",
                    "CREATE INDEX m_i ON m (id)",
                    "CREATE TABLE e (id int)",
                    "CREATE INDEX e_i ON e (id)",
                    "CREATE EXTENSION amcheck",
                    "ALTER EXTENSION amcheck ADD TABLE e",
                    "CREATE TABLE long (t text)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid IN ('k_key'::regclass, 'x_excl'::regclass, 'f_i'::regclass,"
                            + " 'r_i'::regclass, 'p1_id_idx'::regclass, 'p1_own'::regclass, 'm_i'::regclass, 'e_i'::regclass)"
                            + " OR indrelid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'long'::regclass)");
            List<String> before = Fault.invalid(database);
            assertThat(before).hasSize(9);

            CleanupReport report = Fault.claimed(
                            database.dataSource(), "k_key", "x_excl", "f_i", "r_i", "p1_id_idx", "p1_own", "m_i", "e_i")
                    .strictly()
                    .clean();

            assertThat(report.results())
                    .hasSize(9)
                    .allSatisfy(result -> assertThat(result.outcome().word()).isEqualTo("reported"));
            assertThat(report.results())
                    .extracting(result -> result.finding().subject().name() + " "
                            + result.finding().evidence().get("belongs_to"))
                    .contains(
                            "k_key a constraint",
                            "x_excl an exclusion constraint",
                            "f_i a constraint",
                            "r_i the table's replica identity",
                            "p1_id_idx a partition",
                            "p1_own a partition",
                            "m_i a materialized view",
                            "e_i an extension");
            assertThat(report.results())
                    .filteredOn(result ->
                            "a TOAST table".equals(result.finding().evidence().get("belongs_to")))
                    .hasSize(1);
            assertThat(Fault.invalid(database)).isEqualTo(before);
            // what is told to be done for each does it
            report.results().stream()
                    .map(result -> result.finding().remedy().replaceFirst(".*?((REINDEX|DROP) .*;).*", "$1"))
                    .filter(statement -> statement.startsWith("REINDEX"))
                    .forEach(database::execute);
            assertThat(Fault.invalid(database)).singleElement().asString().startsWith("pg_toast.");
        }
    }

    @EachServer(sample = 1)
    void is_none_of_a_partitioned_table_that_waits_for_its_parts(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE p (id int) PARTITION BY LIST (id)",
                    "CREATE TABLE p1 PARTITION OF p DEFAULT",
                    "CREATE INDEX i ON ONLY p (id)");
            assertThat(Fault.invalid(database)).containsExactly("i ready");
            assertThat(Cleaner.in(database.dataSource()).strictly().clean().results())
                    .isEmpty();
            assertThat(Told.by(Fault.claimed(database.dataSource(), "i").clean()))
                    .containsExactly("LEFTOVER_RELATION public.i reported");
        }
    }

    @EachServer(sample = 1)
    void is_told_as_what_a_broken_reindex_left(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "CREATE UNIQUE INDEX i ON t (id)");
            try (RunningBuild build = RunningBuild.waitingForWriter(database, "t", "REINDEX INDEX CONCURRENTLY i")) {
                assertThat(Told.only(Cleaner.in(database.dataSource()).check(), FindingCode.INVALID_INDEX)
                                .finding()
                                .evidence())
                        .containsEntry("being_built_by_pid", build.pid());
                build.kill();
            }
            try (RunningBuild build = RunningBuild.waitingForReader(database, "t", "REINDEX INDEX CONCURRENTLY i")) {
                build.kill();
            }
            List<Result> results = Cleaner.in(database.dataSource()).check().results();
            assertThat(results)
                    .extracting(result -> result.finding().subject().name())
                    .containsExactlyInAnyOrder("i_ccnew", "i_ccold");
            for (Result result : results) {
                boolean fresh =
                        String.valueOf(result.finding().subject().name()).endsWith("new");
                assertThat(result.finding().explanation())
                        .contains(fresh ? "the index that it was to replace is still in use" : "has replaced it");
                assertThat(result.finding().remedy()).startsWith("Drop it: DROP INDEX CONCURRENTLY public.i_cc");
                database.execute(result.finding().remedy().replace("Drop it: ", ""));
            }
            assertThat(Fault.invalid(database)).isEmpty();
            assertThat(database.queryText("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                    .isEqualTo("t");
        }
    }

    /** What the finding says of IF NOT EXISTS is so. */
    @EachServer({"14.22", "18.6"})
    void is_in_the_way_as_it_says(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1)");
            String create = "CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)";
            try (RunningBuild build = RunningBuild.waitingForSnapshot(database, create)) {
                build.kill();
            }
            Fault.fails(database, create);
            database.execute(create.replace(" i ", " IF NOT EXISTS i "));
            assertThat(Fault.invalid(database)).containsExactly("i ready");
            assertThat(Told.only(Cleaner.in(database.dataSource()).check(), FindingCode.INVALID_INDEX)
                            .finding()
                            .explanation())
                    .contains("42P07", "IF NOT EXISTS it succeeds, and makes no index", "refuses duplicates already");
            Fault.fails(database, "INSERT INTO t VALUES (1)");
        }
    }

    /** Makes it invalid as a superuser would who wants no query to use it. */
    private static String invalidate(String index) {
        return "UPDATE pg_index SET indisvalid = false WHERE indexrelid = '" + index + "'::regclass";
    }

    private static String query(Finding finding) {
        return finding.remedy().replaceFirst(".*(SELECT .*?;).*", "$1");
    }
}
