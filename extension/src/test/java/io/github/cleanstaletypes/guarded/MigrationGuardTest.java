package io.github.cleanstaletypes.guarded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.MigrationGuardException;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.LockTimeoutException;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.Loser;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import io.github.cleanstaletypes.testing.wire.StandIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Code that runs under the lock, its retries, and what its caller gets. */
class MigrationGuardTest {

    private static final PostgresServer SERVER = PostgresServer.of("18.6");
    private static final String HOLDERS =
            "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE l.locktype = 'advisory' AND (l.classid::bigint << 32) + l.objid::bigint = "
                    + AdvisoryLock.KEY
                    + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private static TestDatabase database;

    private final AtomicInteger runs = new AtomicInteger();

    @BeforeAll
    static void create() {
        database = SERVER.createDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @AfterEach
    void the_lock_is_free_again() {
        assertThat(Thread.interrupted()).isFalse();
        Wait.until("the lock is free", () -> database.queryTexts(HOLDERS).isEmpty());
    }

    private static MigrationGuard guard() {
        return MigrationGuard.in(database.dataSource())
                .waitingForLock(Wait.LIMIT)
                .waitingForCreators(Duration.ZERO);
    }

    @Test
    void runs_once_under_the_lock_of_a_session_of_its_own_after_cleaning_and_returns_what_the_code_returns()
            throws Exception {
        database.execute("CREATE TYPE accounts_user AS ENUM ('stale')");
        String returned = guard().claiming("accounts_user").call(() -> {
            runs.incrementAndGet();
            assertThat(database.queryTexts(HOLDERS)).singleElement().asString().startsWith("cst-guard:");
            return database.queryText("SELECT coalesce(to_regtype('accounts_user')::text, 'gone')");
        });
        assertThat(returned).isEqualTo("gone");
        assertThat(runs).hasValue(1);
    }

    @Test
    void claims_are_read_when_they_are_made_and_a_null_result_is_one() throws Exception {
        assertThatThrownBy(() -> guard().claiming("no name at all")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> guard().retrying(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(guard().<Object>call(() -> null)).isNull();
    }

    @EachServer(sample = 1)
    void a_type_that_the_error_names_is_out_of_the_way_for_the_next_attempt(PostgresServer server) throws Exception {
        try (TestDatabase other = server.createDatabase()) {
            other.execute("CREATE TYPE mood AS ENUM ('stale')");
            Callable<Integer> migration = () -> {
                runs.incrementAndGet();
                return execute(other, "CREATE TYPE mood AS ENUM ('new')");
            };
            MigrationGuard guard = MigrationGuard.in(other.dataSource()).waitingForCreators(Duration.ZERO);
            assertThatThrownBy(() -> guard.healing(false).call(migration))
                    .isInstanceOf(SQLException.class)
                    .satisfies(failure -> assertThat(failure.getSuppressed())
                            .singleElement()
                            .asString()
                            .contains(
                                    "UNUSED_TYPE public.mood", "StaleTypes.in(dataSource).claiming(\"public.mood\")"));
            assertThat(runs).hasValue(1);
            guard.call(migration);
            assertThat(runs).hasValue(3);
            assertThat(other.queryTexts("SELECT unnest(enum_range(NULL::mood))"))
                    .containsExactly("new");
        }
    }

    @Test
    void a_race_with_another_session_is_worth_another_attempt_but_not_for_ever() throws Exception {
        Callable<Integer> race = () -> {
            runs.incrementAndGet();
            throw raced();
        };
        assertThatThrownBy(() -> guard().retrying(0).healing(false).call(race)).isInstanceOf(SQLException.class);
        assertThat(runs).hasValue(1);
        assertThatThrownBy(() -> guard().retrying(1).healing(false).call(race)).isInstanceOf(SQLException.class);
        assertThat(runs).hasValue(3);
        assertThat(guard().call(() -> {
                    if (runs.incrementAndGet() == 4) {
                        throw raced();
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(runs).hasValue(5);
    }

    /** Another session creates the type first, and then removes it, so that the race can be had again. */
    private static SQLException raced() throws Exception {
        try (Connection winner = database.connect();
                Statement statement = winner.createStatement()) {
            winner.setAutoCommit(false);
            statement.execute("CREATE TYPE raced AS ENUM ('a')");
            SQLException failure = Loser.of(database, "CREATE TYPE raced AS ENUM ('b')", winner::commit);
            statement.execute("DROP TYPE raced");
            winner.commit();
            return failure;
        }
    }

    @Test
    void a_failure_that_is_none_of_this_family_is_thrown_on_as_it_is() {
        IllegalStateException own = new IllegalStateException("no business of anybody's");
        assertThatThrownBy(() -> guard().run(() -> {
                    throw own;
                }))
                .isSameAs(own)
                .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());
        AssertionError error = new AssertionError("nor this");
        assertThatThrownBy(() -> guard().call(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void a_lock_that_is_not_free_in_time_is_told_with_its_holder_and_nothing_is_run() throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'the other one'");
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            assertThatExceptionOfType(MigrationGuardException.class)
                    .isThrownBy(
                            () -> guard().waitingForLock(Duration.ofMillis(200)).run(runs::incrementAndGet))
                    .withMessageContaining("the other one")
                    .withMessageEndingWith("the migration was not started")
                    .satisfies(failure -> assertThat(failure.started()).isFalse());
            assertThat(runs).hasValue(0);
        }
    }

    @Test
    void a_server_that_only_pretends_to_lock_is_refused_and_nothing_is_run() {
        try (StandIn impostor = StandIn.before(SERVER.port())
                .rewriting("pg_catalog\\.pg_try_advisory(?:_xact)?_lock\\((.*?)\\)", "($1 IS NOT NULL)")
                .rewriting("pg_catalog\\.version\\(\\)", "'CockroachDB CCL v23.1.0'::text")
                .open()) {
            PGSimpleDataSource pool = new PGSimpleDataSource();
            pool.setUrl("jdbc:postgresql://localhost:%d/%s?user=%s"
                    .formatted(impostor.port(), database.name(), PostgresServer.SUPERUSER));
            assertThatThrownBy(() -> MigrationGuard.in(pool).run(runs::incrementAndGet))
                    .isInstanceOf(MigrationGuardException.class)
                    .hasMessageContaining("a second session got the lock of the data source too")
                    .hasMessageContaining("CockroachDB");
            assertThat(runs).hasValue(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void an_interrupt_ends_the_wait_for_the_lock_and_stays() throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
            Thread migrating = new Thread(() -> {
                thrown.set(catchThrowable(() -> guard().run(runs::incrementAndGet)));
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            migrating.start();
            Wait.until("it waits", () -> database.sessions("application_name LIKE 'cst-guard:%'") == 1);
            migrating.interrupt();
            assertThat(Wait.forResult("the end of the wait", stillInterrupted)).isTrue();
            assertThat(thrown.get())
                    .isInstanceOf(MigrationGuardException.class)
                    .hasMessage("interrupted before the migration was started");
            assertThat(runs).hasValue(0);
        }
    }

    @Test
    void code_that_is_interrupted_is_not_run_again_and_its_thread_stays_interrupted() throws Exception {
        assertThatThrownBy(() -> guard().call(() -> {
                    runs.incrementAndGet();
                    SQLException failure = raced();
                    Thread.currentThread().interrupt();
                    throw failure;
                }))
                .isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs).hasValue(1);
    }

    @Test
    void the_loss_of_the_lock_interrupts_the_code_and_is_told_whatever_the_code_makes_of_it() {
        CountDownLatch never = new CountDownLatch(1);
        assertThatExceptionOfType(MigrationGuardException.class)
                .isThrownBy(() -> guard().call(() -> {
                    endLockSession();
                    never.await(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
                    return null;
                }))
                .withMessageContaining("the lock was lost (")
                .withMessageEndingWith("so the migration was stopped")
                .withCauseInstanceOf(InterruptedException.class)
                .satisfies(failure -> assertThat(failure.started()).isTrue());
        assertThatExceptionOfType(MigrationGuardException.class)
                .isThrownBy(() -> guard().run(() -> {
                    endLockSession();
                    try {
                        never.await(Wait.LIMIT.toSeconds(), TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .withNoCause()
                .satisfies(failure -> assertThat(failure.started()).isTrue());
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    private static void endLockSession() {
        database.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cst-guard:%'");
    }

    @Test
    void what_runs_within_it_knows_that_the_lock_is_held_for_it_and_other_threads_wait() throws Exception {
        ExecutorService before = Executors.newSingleThreadExecutor();
        try {
            before.submit(() -> {}).get();
            guard().run(() -> {
                database.execute(
                        "CREATE TYPE one AS ENUM ()", "CREATE TYPE two AS ENUM ()", "CREATE TYPE three AS ENUM ()");
                guard().claiming("one").run(runs::incrementAndGet);
                assertThat(clean("two")).isEqualTo(1);
                CompletableFuture<Long> started = new CompletableFuture<>();
                new Thread(() -> started.complete(clean("three"))).start();
                assertThat(started.join()).isEqualTo(1);
                assertThat(database.queryTexts(HOLDERS)).hasSize(1);

                database.execute("CREATE TYPE four AS ENUM ()");
                ForkJoinPool workers = new ForkJoinPool(1);
                assertThatThrownBy(() -> Wait.forResult("a worker", workers.submit(() -> clean("four"))))
                        .hasRootCauseInstanceOf(LockTimeoutException.class);
                workers.shutdown();
                Future<Long> stranger = before.submit(() -> clean("four"));
                assertThatThrownBy(() -> Wait.forResult("a thread of a pool", stranger))
                        .hasCauseInstanceOf(StaleTypesException.class);
                assertThatThrownBy(() -> before.submit(() ->
                                        guard().waitingForLock(Duration.ZERO).run(() -> {}))
                                .get())
                        .hasCauseInstanceOf(MigrationGuardException.class);
            });
            assertThat(runs).hasValue(1);
            assertThat(
                            database.queryTexts(
                                    "SELECT typname FROM pg_type WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace"))
                    .containsExactly("four");
            assertThat(before.submit(() -> clean("four")).get()).isEqualTo(1);
        } finally {
            before.shutdownNow();
        }
    }

    @Test
    void the_flyway_callback_within_it_cleans_and_does_not_wait(@TempDir Path scripts) throws Exception {
        database.execute("CREATE TYPE accounts_user AS ENUM ('stale')");
        Files.writeString(scripts.resolve("V1__accounts.sql"), "CREATE TABLE accounts_user (id int);");
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + scripts)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new CleanStaleTypesCallback())
                .load();
        assertThat(guard().healing(false).call(() -> flyway.migrate().migrationsExecuted))
                .isEqualTo(1);
        assertThat(database.queryText("SELECT to_regclass('accounts_user')::text"))
                .isEqualTo("accounts_user");
    }

    private static long clean(String name) {
        return StaleTypes.in(database.dataSource())
                .claiming(name)
                .waitingForLock(Duration.ofMillis(300))
                .clean()
                .cleaned();
    }

    @Test
    void threads_of_one_jvm_take_turns() throws Exception {
        AtomicInteger within = new AtomicInteger();
        List<Future<Integer>> all = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int i = 0; i < 3; i++) {
                all.add(threads.submit(() -> guard().call(() -> {
                    int now = within.incrementAndGet();
                    database.queryText("SELECT pg_sleep(0.05)::text");
                    within.decrementAndGet();
                    return now;
                })));
            }
            for (Future<Integer> one : all) {
                assertThat(Wait.forResult("each of three threads", one)).isEqualTo(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
