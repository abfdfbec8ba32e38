package io.github.cleanstaletypes.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.LockProof;
import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.plan.Planner;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.CalledFunctions;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.Wait;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A lock row of Knex or Liquibase is freed only if it is proved that nobody holds it. */
class FreeLocksTest {

    private static final Duration QUIET = Duration.ofMillis(200);
    private static final String KNEX = "CREATE TABLE %s.knex_migrations_lock (index serial PRIMARY KEY, is_locked int)";
    private static final String KNEX_ROW = "INSERT INTO %s.knex_migrations_lock (is_locked) VALUES (1)";
    private static final String LIQUIBASE =
            "CREATE TABLE %s.databasechangeloglock (id int PRIMARY KEY, locked bool NOT NULL, lockgranted timestamp, lockedby varchar(255))";
    private static final String LIQUIBASE_ROW =
            "INSERT INTO %s.databasechangeloglock VALUES (1, true, '2026-01-02 03:04:05.678', 'pod ''1'' \\ (10.0.0.1)')";

    @EachServer({"14.22", "18.6"})
    void is_freed_where_nobody_else_is_connected_and_its_undo_takes_it_again(PostgresServer server) {
        String hostile = "\"a\"\":'xmin'? %s; --\"";
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE SCHEMA " + hostile);
            for (String schema : List.of("public", hostile)) {
                database.execute(
                        KNEX.replace("%s", schema),
                        KNEX_ROW.replace("%s", schema),
                        LIQUIBASE.replace("%s", schema),
                        LIQUIBASE_ROW.replace("%s", schema));
            }
            database.awaitNobodyConnected();
            List<String> locked = rows(database, hostile);
            CleanupReport planned = freeing(database).dryRun().clean();
            assertThat(planned.results()).hasSize(4).allSatisfy(result -> {
                assertThat(result.outcome()).isEqualTo(Outcome.PLANNED);
                assertThat(result.undo()).isPresent();
            });
            assertThat(rows(database, hostile)).isEqualTo(locked);
            database.awaitNobodyConnected();

            CleanupReport report = freeing(database).clean();

            assertThat(report.results())
                    .hasSize(4)
                    .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.FREED));
            assertThat(report.isClean()).isTrue();
            assertThat(rows(database, hostile)).containsExactly("(1,0)", "(1,f,,)", "(1,0)", "(1,f,,)");
            database.awaitNobodyConnected();
            assertThat(freeing(database).clean().results()).isEmpty();
            report.results().forEach(result -> database.execute(result.undo().orElseThrow()));
            assertThat(rows(database, hostile)).isEqualTo(locked);
        }
    }

    @EachServer(sample = 1)
    void stays_while_anybody_is_connected_who_may_hold_it(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(KNEX.replace("%s", "public"), KNEX_ROW.replace("%s", "public"));
            try (Connection holder = database.connect()) {
                CleanupReport noted = freeing(database).clean();
                assertThat(Told.by(noted)).containsExactly("UNFINISHED_MIGRATION public.knex_migrations_lock noted");
                assertThat(Told.only(noted, FindingCode.UNFINISHED_MIGRATION).why())
                        .startsWith("Not freed, because whoever holds it may be connected to this database: pid ")
                        .contains("role " + PostgresServer.SUPERUSER);
                CleanupReport refused = freeing(database).strictly().clean();
                assertThat(Told.only(refused, FindingCode.UNFINISHED_MIGRATION).refusal())
                        .isEqualTo(Refusal.CONNECTED);
                assertThat(refused.isClean()).isFalse();
                assertThat(holder.isValid(0)).isTrue();
            }
            database.awaitNobodyConnected();
            String gid = database.name();
            database.execute("BEGIN; CREATE TABLE t (id int); PREPARE TRANSACTION '" + gid + "'");
            database.awaitNobodyConnected();
            assertThat(Told.by(freeing(database).clean()))
                    .contains("UNFINISHED_MIGRATION public.knex_migrations_lock noted");
            database.execute("ROLLBACK PREPARED '" + gid + "'");
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("1");
        }
    }

    @EachServer(sample = 1)
    void stays_if_somebody_connects_before_it_has_been_quiet_for_long_enough(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(KNEX.replace("%s", "public"), KNEX_ROW.replace("%s", "public"));
            database.awaitNobodyConnected();
            ExecutorService other = Executors.newSingleThreadExecutor();
            try {
                CountDownLatch watching = new CountDownLatch(1);
                Progress progress = new Progress() {
                    @Override
                    public void waitingForQuiet(Duration length) {
                        watching.countDown();
                    }
                };
                Cleaner cleaner = Cleaner.in(database.dataSource())
                        .strictly()
                        .freeingLocks(Wait.LIMIT.multipliedBy(2))
                        .reportingTo(progress);
                Future<CleanupReport> cleaning = other.submit(cleaner::clean);
                Wait.until("it watches who connects", () -> watching.getCount() == 0);
                try (Connection newcomer = database.connect()) {
                    Result result = Told.only(
                            Wait.forResult("the newcomer is noticed", cleaning), FindingCode.UNFINISHED_MIGRATION);
                    assertThat(result.refusal()).isEqualTo(Refusal.CONNECTED);
                    assertThat(newcomer.isValid(0)).isTrue();
                }
            } finally {
                other.shutdownNow();
            }
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("1");
        }
    }

    @EachServer(sample = 1)
    void stays_if_it_or_its_table_is_another_one_by_the_time_it_would_be_freed(PostgresServer server)
            throws SQLException {
        try (TestDatabase database = server.createDatabase();
                Connection connection = database.connect()) {
            database.execute(
                    KNEX.replace("%s", "public"),
                    KNEX_ROW.replace("%s", "public"),
                    LIQUIBASE.replace("%s", "public"),
                    LIQUIBASE_ROW.replace("%s", "public"));
            for (String again : List.of(
                    "UPDATE knex_migrations_lock SET is_locked = 1",
                    "UPDATE databasechangeloglock SET locked = true",
                    "UPDATE databasechangeloglock SET lockedby = 'pod-2'")) {
                Result result = freed(connection, again.split(" ")[1], c -> {
                    database.execute(again);
                    return true;
                });
                assertThat(result.refusal()).as(again).isEqualTo(Refusal.BUSY);
            }
            Result connected = freed(connection, "knex_migrations_lock", c -> false);
            assertThat(connected.refusal()).isEqualTo(Refusal.CONNECTED);
            Step planned = step(connection, "knex_migrations_lock");
            database.execute(
                    "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                    "CREATE TRIGGER t BEFORE UPDATE ON knex_migrations_lock FOR EACH ROW EXECUTE FUNCTION f()");
            assertThat(applier(connection).free(planned, c -> true).why()).contains("the table was changed");
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("1");
            assertThat(database.queryText("SELECT locked FROM databasechangeloglock"))
                    .isEqualTo("t");
        }
    }

    @EachServer({"14.22", "18.6"})
    void a_table_that_has_columns_of_these_names_is_no_migration_tools_for_that(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE TABLE cabinets (index int, is_locked int)",
                    "INSERT INTO cabinets VALUES (1, 1)",
                    "CREATE TABLE cabinet (id int, name text)",
                    "CREATE TABLE cabinet_lock (index int, is_locked int)",
                    "INSERT INTO cabinet_lock VALUES (1, 1)",
                    "CREATE TABLE applied (id serial, name text, batch int, migration_time timestamptz)",
                    "CREATE TABLE applied_lock (index serial PRIMARY KEY, is_locked int)",
                    "INSERT INTO applied_lock (is_locked) VALUES (1)");
            database.awaitNobodyConnected();
            assertThat(Told.by(freeing(database).clean()))
                    .containsExactly("UNFINISHED_MIGRATION public.applied_lock freed");
            assertThat(database.queryTexts(
                            "SELECT is_locked FROM cabinets UNION ALL SELECT is_locked FROM cabinet_lock"))
                    .containsExactly("1", "1");
        }
    }

    @EachServer({"14.22", "18.6"})
    void stays_where_a_change_would_run_somebodys_code(PostgresServer server) {
        Map<String, String> hooks = new LinkedHashMap<>();
        hooks.put("CREATE TRIGGER t BEFORE UPDATE ON %s FOR EACH ROW EXECUTE FUNCTION evil_trigger()", "triggers");
        hooks.put("CREATE TRIGGER t AFTER UPDATE ON %s EXECUTE FUNCTION evil_trigger()", "triggers");
        hooks.put("CREATE RULE r AS ON UPDATE TO %s DO ALSO SELECT evil()", "rules");
        hooks.put("ALTER TABLE %s ADD CHECK (evil())", "checks");
        hooks.put("ALTER TABLE %s ADD more int GENERATED ALWAYS AS (evil_int(index)) STORED", "generated columns");
        hooks.put("ALTER TABLE %s ADD more evil_domain", "types of its own");
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    "CREATE FUNCTION evil() RETURNS bool LANGUAGE plpgsql AS 'BEGIN RETURN true; END'",
                    "CREATE FUNCTION evil_int(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END'",
                    "CREATE FUNCTION evil_trigger() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
                    "CREATE DOMAIN evil_domain AS int CHECK (evil())");
            int number = 0;
            for (String hook : hooks.keySet()) {
                String schema = "s" + number++;
                database.execute(
                        "CREATE SCHEMA " + schema,
                        KNEX.replace("%s", schema),
                        KNEX_ROW.replace("%s", schema),
                        hook.replace("%s", schema + ".knex_migrations_lock"));
            }
            CalledFunctions called = CalledFunctions.in(database);
            CleanupReport report = freeing(database).clean();
            assertThat(report.results())
                    .extracting(Result::refusal)
                    .hasSize(hooks.size())
                    .containsOnly(Refusal.OTHERS_CODE);
            int each = 0;
            for (String what : hooks.values()) {
                assertThat(report.results().get(each++).why()).contains(what);
            }
            assertThat(called.names()).isEmpty();
            database.execute("UPDATE s0.knex_migrations_lock SET is_locked = 1");
            assertThat(called.names()).as("it would be counted").isNotEmpty();
        }
    }

    @EachServer(sample = 1)
    void stays_if_this_role_may_not_change_it_or_a_pooler_is_in_between(PostgresServer server) throws SQLException {
        try (TestDatabase database = server.createDatabase()) {
            String reader = database.createRole();
            database.execute(
                    KNEX.replace("%s", "public"),
                    KNEX_ROW.replace("%s", "public"),
                    "GRANT SELECT ON knex_migrations_lock TO " + reader);
            CleanupReport report =
                    Cleaner.in(database.dataSource(reader)).freeingLocks(QUIET).clean();
            assertThat(Told.only(report, FindingCode.UNFINISHED_MIGRATION).refusal())
                    .isEqualTo(Refusal.PRIVILEGE);
            assertThat(report.couldNotFinish()).isTrue();
            try (Connection connection = database.connect()) {
                CleanupReport pooled = Cleaner.on(behindPooler(connection))
                        .strictly()
                        .freeingLocks(QUIET)
                        .clean();
                assertThat(Told.only(pooled, FindingCode.UNFINISHED_MIGRATION).refusal())
                        .isEqualTo(Refusal.POOLER);
            }
            assertThat(database.queryText("SELECT is_locked FROM knex_migrations_lock"))
                    .isEqualTo("1");
        }
    }

    @EachServer(sample = 1)
    void is_told_and_stays_if_it_holds_bytes_that_are_no_text(PostgresServer server) {
        try (TestDatabase database = server.createDatabase("SQL_ASCII")) {
            database.execute(
                    LIQUIBASE.replace("%s", "public"),
                    "INSERT INTO databasechangeloglock VALUES (1, true, NULL, E'pod-\\xe4')");
            database.awaitNobodyConnected();
            Result result = Told.only(freeing(database).clean(), FindingCode.UNFINISHED_MIGRATION);
            assertThat(result.outcome()).isEqualTo(Outcome.NOTED);
            assertThat(result.explanation()).contains("is taken, by pod-\\xe4:");
            assertThat(database.queryText("SELECT locked FROM databasechangeloglock"))
                    .isEqualTo("t");
        }
    }

    @EachServer(sample = 1)
    void nothing_is_freed_that_nobody_asked_to_free_nor_what_is_no_lock(PostgresServer server) {
        try (TestDatabase database = server.createDatabase()) {
            database.execute(
                    KNEX.replace("%s", "public"),
                    KNEX_ROW.replace("%s", "public"),
                    "CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty bool NOT NULL)",
                    "INSERT INTO schema_migrations VALUES (3, true)");
            database.awaitNobodyConnected();
            assertThat(Told.by(Cleaner.in(database.dataSource()).clean()))
                    .containsExactly(
                            "UNFINISHED_MIGRATION public.knex_migrations_lock noted",
                            "UNFINISHED_MIGRATION public.schema_migrations noted");
            assertThat(Told.by(freeing(database).check()))
                    .containsExactly(
                            "UNFINISHED_MIGRATION public.knex_migrations_lock noted",
                            "UNFINISHED_MIGRATION public.schema_migrations noted");
            assertThat(Told.by(freeing(database).strictly().check()))
                    .containsExactly(
                            "UNFINISHED_MIGRATION public.knex_migrations_lock reported",
                            "UNFINISHED_MIGRATION public.schema_migrations reported");
            database.awaitNobodyConnected();
            assertThat(Told.by(freeing(database).clean()))
                    .containsExactly(
                            "UNFINISHED_MIGRATION public.knex_migrations_lock freed",
                            "UNFINISHED_MIGRATION public.schema_migrations noted");
            assertThat(database.queryText("SELECT dirty FROM schema_migrations"))
                    .isEqualTo("t");
        }
    }

    private static Cleaner freeing(TestDatabase database) {
        return Cleaner.in(database.dataSource()).freeingLocks(QUIET);
    }

    private static List<String> rows(TestDatabase database, String schema) {
        return database.queryTexts("SELECT h::text FROM public.knex_migrations_lock h UNION ALL"
                + " SELECT h::text FROM public.databasechangeloglock h UNION ALL SELECT h::text FROM " + schema
                + ".knex_migrations_lock h UNION ALL SELECT h::text FROM " + schema + ".databasechangeloglock h");
    }

    private static Result freed(Connection connection, String table, LockProof proof) throws SQLException {
        return applier(connection).free(step(connection, table), proof);
    }

    private static Applier applier(Connection connection) {
        return new Applier(connection, Duration.ZERO, Progress.SILENT, Optional.empty());
    }

    private static Step step(Connection connection, String table) throws SQLException {
        Inspection inspection = Inspection.of(connection, Settings.DEFAULT.with(change -> change.claims(Claims.NONE)));
        return new Planner(Set.of(), null)
                .freeing(true).plan(inspection.findings()).steps().stream()
                        .filter(step -> table.equals(step.finding().subject().name()))
                        .findFirst()
                        .orElseThrow();
    }

    /** A connection that leads to another backend than the one that it was told of, as far as can be seen. */
    private static Connection behindPooler(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                FreeLocksTest.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("isWrapperFor") ? Boolean.FALSE : method.invoke(connection, arguments));
    }
}
