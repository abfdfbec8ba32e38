package io.github.cleanstaletypes.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.race.Tapped;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Told;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A claimed invalid index is removed, unless somebody is at work on it, or it is another one by then. */
class IndexRemovalTest {

    /** A lock on a table is waited for a second longer than this. */
    private static final String QUICK = "ALTER DATABASE %s SET deadlock_timeout = '100ms'";

    @EachServer({"14.22", "18.6"})
    void a_build_that_was_killed_or_met_duplicates_is_removed_and_can_be_made_again(PostgresServer server)
            throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            database.execute("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (2), (2)");
            try (RunningBuild build =
                    RunningBuild.waitingForSnapshot(database, "CREATE INDEX CONCURRENTLY killed ON t (id)")) {
                build.kill();
            }
            Fault.fails(database, "CREATE UNIQUE INDEX CONCURRENTLY twice ON t (id)");
            assertThat(Fault.invalid(database)).containsExactly("killed ready", "twice");

            CleanupReport report =
                    Fault.claimed(database.dataSource(), "killed", "twice").clean();

            assertThat(Told.by(report))
                    .containsExactly("INVALID_INDEX public.killed dropped", "INVALID_INDEX public.twice dropped");
            assertThat(report.isClean()).isTrue();
            assertThat(database.queryText("SELECT count(*) FROM t")).isEqualTo("3");
            database.execute("DELETE FROM t WHERE id = 2", "CREATE UNIQUE INDEX CONCURRENTLY twice ON t (id)");
            assertThat(Fault.invalid(database)).isEmpty();
        }
    }

    @EachServer(sample = 1)
    void one_that_a_person_names_is_removed_too_and_a_dry_run_says_so(PostgresServer server) {
        try (TestDatabase database = invalid(server)) {
            Cleaner named = Cleaner.in(database.dataSource()).claiming("i");
            assertThat(Told.by(named.dryRun().clean())).containsExactly("INVALID_INDEX public.i planned");
            assertThat(Told.by(named.check())).containsExactly("INVALID_INDEX public.i reported");
            assertThat(Told.by(named.clean())).containsExactly("INVALID_INDEX public.i dropped");
            assertThat(named.clean().results()).isEmpty();
        }
    }

    /** Also one of which this role sees no more than that there is one. */
    @EachServer(sample = 1)
    void one_that_is_being_built_is_left_to_its_builder_which_succeeds(PostgresServer server) throws Exception {
        try (TestDatabase database = server.createDatabase()) {
            String role = database.createRole();
            database.execute("CREATE TABLE t (id int)", "ALTER TABLE t OWNER TO " + role);
            try (RunningBuild build =
                    RunningBuild.waitingForWriter(database, "t", "CREATE INDEX CONCURRENTLY i ON t (id)")) {
                for (String each : List.of(PostgresServer.SUPERUSER, role)) {
                    CleanupReport report =
                            Fault.claimed(database.dataSource(each), "i").clean();
                    assertThat(Told.by(report)).containsExactly("INVALID_INDEX public.i refused");
                    Result result = Told.only(report, FindingCode.INVALID_INDEX);
                    assertThat(result.refusal()).isEqualTo(Refusal.BUSY);
                    assertThat(result.explanation())
                            .contains(
                                    "is being built at this moment, by the session with pid " + build.pid(),
                                    "left to the session that builds it");
                    assertThat(Told.by(Cleaner.in(database.dataSource(each))
                                    .claiming("i")
                                    .clean()))
                            .containsExactly("INVALID_INDEX public.i noted");
                }
                build.finish();
            }
            assertThat(Fault.invalid(database)).isEmpty();
            assertThat(Cleaner.in(database.dataSource()).claiming("i").clean().results())
                    .isEmpty();
        }
    }

    @EachServer(sample = 1)
    void a_rebuild_that_begins_between_look_and_removal_is_left_alone(PostgresServer server) throws Exception {
        try (TestDatabase database = invalid(server)) {
            List<RunningBuild> builds = new ArrayList<>();
            CleanupReport report = Fault.claimed(database.dataSource(), "i")
                    .reportingTo(before(() -> {
                        if (builds.isEmpty()) {
                            builds.add(RunningBuild.waitingForWriter(database, "t", "REINDEX INDEX CONCURRENTLY i"));
                        }
                    }))
                    .clean();
            assertThat(Told.by(report))
                    .contains("INVALID_INDEX public.i refused")
                    .doesNotContain("INVALID_INDEX public.i dropped");
            try (RunningBuild build = builds.get(0)) {
                build.finish();
            }
            assertThat(Fault.invalid(database)).isEmpty();
            assertThat(database.queryText("SELECT 'i'::regclass")).isEqualTo("i");
        }
    }

    @EachServer(sample = 1)
    void one_that_is_valid_or_has_another_name_by_then_stays(PostgresServer server) {
        for (String change : List.of(
                "REINDEX INDEX i",
                "ALTER INDEX i RENAME TO j; CREATE INDEX i ON t (id)",
                "ALTER TABLE t RENAME TO u; CREATE TABLE t (id int)",
                "DROP INDEX i; CREATE INDEX i ON t (id)")) {
            try (TestDatabase database = invalid(server)) {
                AtomicBoolean changed = new AtomicBoolean();
                CleanupReport report = Fault.claimed(database.dataSource(), "i")
                        .reportingTo(before(() -> {
                            if (changed.compareAndSet(false, true)) {
                                database.execute(change);
                            }
                        }))
                        .clean();
                assertThat(changed).as(change).isTrue();
                if (change.startsWith("ALTER TABLE")) {
                    // then it is found anew, with its table's new name
                    assertThat(Told.by(report)).containsExactly("INVALID_INDEX public.i dropped");
                } else {
                    assertThat(report.cleaned()).as(change).isZero();
                    assertThat(database.queryText("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                            .as(change)
                            .isEqualTo("t");
                }
            }
        }
    }

    /** What has got its name after it was read again is dropped, found out, and there again. */
    @EachServer(sample = 1)
    void another_index_that_gets_its_name_at_the_last_moment_is_not_lost(PostgresServer server) {
        try (TestDatabase database = invalid(server)) {
            database.execute("CREATE TABLE other (id int)", "CREATE INDEX k ON other (id)");
            AtomicBoolean changed = new AtomicBoolean();
            CleanupReport report = Fault.claimed(
                            Tapped.dataSource(database.dataSource(), (number, statement) -> {
                                if (statement.startsWith("DROP INDEX") && changed.compareAndSet(false, true)) {
                                    database.execute("ALTER INDEX i RENAME TO j", "ALTER INDEX k RENAME TO i");
                                }
                            }),
                            "i")
                    .clean();
            assertThat(changed).isTrue();
            assertThat(report.cleaned()).isZero();
            assertThat(database.queryTexts("SELECT indexrelid::regclass || ' ' || indrelid::regclass FROM pg_index"
                            + " WHERE indrelid IN ('t'::regclass, 'other'::regclass) ORDER BY 1"))
                    .containsExactly("i other", "j t");
        }
    }

    /** Whoever waits longer for a lock than this fails here. */
    @EachServer(sample = 1)
    void reads_and_writes_of_its_table_go_on(PostgresServer server) throws Exception {
        try (TestDatabase database = invalid(server);
                Connection reader = database.connect();
                Statement reading = reader.createStatement();
                Traffic traffic = new Traffic(database)) {
            reader.setAutoCommit(false);
            reading.executeQuery("SELECT * FROM t").close();
            AtomicInteger drops = new AtomicInteger();
            Cleaner cleaner = Fault.claimed(
                    Tapped.dataSource(database.dataSource(), (number, statement) -> {
                        if (statement.startsWith("DROP INDEX")) {
                            drops.incrementAndGet();
                        }
                    }),
                    "i");

            CleanupReport held = cleaner.clean();
            assertThat(drops).hasValue(5);
            assertThat(Told.by(held)).containsExactly("INVALID_INDEX public.i refused");
            assertThat(Told.only(held, FindingCode.INVALID_INDEX).refusal()).isEqualTo(Refusal.BUSY);
            reader.rollback();
            // a reader that comes and goes holds it off for a moment only
            assertThat(Told.by(cleaner.clean())).containsExactly("INVALID_INDEX public.i dropped");
            assertThat(traffic.end()).isPositive();
        }
    }

    /** An autovacuum, or whoever else is at work on the table, is waited for; those who read and write do not wait behind that. */
    @EachServer(sample = 1)
    void while_somebody_is_at_work_on_its_table_nothing_is_held_up(PostgresServer server) throws Exception {
        try (TestDatabase database = invalid(server);
                Connection worker = database.connect();
                Statement working = worker.createStatement();
                Traffic traffic = new Traffic(database)) {
            worker.setAutoCommit(false);
            working.execute("LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE");
            CleanupReport held = Fault.claimed(database.dataSource(), "i").clean();
            assertThat(Told.only(held, FindingCode.INVALID_INDEX).explanation())
                    .contains("another session is at work on its table");
            assertThat(traffic.end()).isPositive();
        }
    }

    @EachServer(sample = 1)
    void a_role_that_does_not_own_the_table_is_told_who_does_and_a_read_only_one_looks(PostgresServer server) {
        try (TestDatabase database = invalid(server)) {
            String role = database.createRole();
            Result result =
                    Told.only(Fault.claimed(database.dataSource(role), "i").clean(), FindingCode.INVALID_INDEX);
            assertThat(result.refusal()).isEqualTo(Refusal.PRIVILEGE);
            assertThat(result.explanation()).contains("only the owner of its table \"postgres\" may");
            database.execute("ALTER ROLE " + role + " SET default_transaction_read_only = on");
            assertThat(Told.by(Fault.claimed(database.dataSource(role), "i").check()))
                    .containsExactly("INVALID_INDEX public.i reported");
            assertThat(Fault.invalid(database)).containsExactly("i ready");
        }
    }

    /** Describing it would wait for that session, so it is left, and told. */
    @EachServer(sample = 1)
    void one_whose_table_somebody_holds_is_told_without_its_definition(PostgresServer server) throws SQLException {
        try (TestDatabase database = invalid(server);
                Connection other = database.connect();
                Statement holding = other.createStatement()) {
            database.execute(
                    "CREATE TABLE free (id int)",
                    "CREATE INDEX k ON free (id)",
                    "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'k'::regclass");
            other.setAutoCommit(false);
            holding.execute("LOCK TABLE t");
            List<Result> results =
                    Fault.claimed(database.dataSource(), "i", "k").clean().results();
            assertThat(results)
                    .extracting(each -> each.finding().subject().name() + " "
                            + each.outcome().word())
                    .containsExactlyInAnyOrder("i refused", "k dropped");
            assertThat(results)
                    .filteredOn(each -> each.refusal() == Refusal.BUSY)
                    .singleElement()
                    .satisfies(held -> assertThat(held.finding().evidence()).doesNotContainKey("definition"));
        }
    }

    private static TestDatabase invalid(PostgresServer server) {
        TestDatabase database = server.createDatabase();
        database.execute(
                QUICK.formatted(database.name()),
                "CREATE TABLE t (id int)",
                "CREATE INDEX i ON t (id)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass");
        return database;
    }

    private static Progress before(Runnable change) {
        return new Progress() {
            @Override
            public void starting(Step step) {
                change.run();
            }
        };
    }

    /** A session that reads and writes all the time, and waits for each lock a little longer than a removal may make it wait. */
    private static final class Traffic implements AutoCloseable {

        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Integer> done = new CompletableFuture<>();

        Traffic(TestDatabase database) {
            Thread thread = new Thread(() -> run(database));
            thread.setDaemon(true);
            thread.start();
        }

        private void run(TestDatabase database) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET lock_timeout = '600ms'");
                int rounds = 0;
                while (!over.get()) {
                    statement.execute("INSERT INTO t VALUES (1)");
                    statement.executeQuery("SELECT count(*) FROM t").close();
                    rounds++;
                }
                done.complete(rounds);
            } catch (SQLException e) {
                done.completeExceptionally(e);
            }
        }

        /** The rounds that it made, none of which failed. */
        int end() throws Exception {
            over.set(true);
            return Wait.forResult("the traffic", done);
        }

        @Override
        public void close() {
            over.set(true);
        }
    }
}
