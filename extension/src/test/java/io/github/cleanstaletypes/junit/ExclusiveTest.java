package io.github.cleanstaletypes.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From before its first lifecycle method until its first test a class has the database for itself. */
class ExclusiveTest {

    private static final String HOLDERS =
            "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                    + " WHERE l.locktype = 'advisory' AND (l.classid::bigint << 32) + l.objid::bigint = "
                    + AdvisoryLock.KEY
                    + " AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    static TestDatabase database;
    static Supplier<DataSource> source;
    static final List<String> SEEN = new ArrayList<>();

    @BeforeAll
    static void create() {
        database = PostgresServer.of("18.6").createDatabase();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void begin() {
        source = database::dataSource;
        SEEN.clear();
        database.execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    }

    @AfterEach
    void the_lock_is_free() {
        Wait.until("the lock is free", () -> held() == 0);
    }

    private static int held() {
        return database.queryTexts(HOLDERS).size();
    }

    private static void see(String where) {
        SEEN.add(where + " " + held());
    }

    @CleanStaleTypes(value = "accounts_user", exclusive = true)
    static class Exclusive {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate(CleanupReport report) {
            see("migrate, " + report.cleaned() + " cleaned,");
            database.execute("CREATE TYPE one AS ENUM ()", "CREATE TYPE two AS ENUM ()");
            long cleaned = StaleTypes.in(dataSource)
                    .claiming("one")
                    .waitingForLock(Duration.ofSeconds(3))
                    .clean()
                    .cleaned();
            MigrationGuard.in(dataSource)
                    .claiming("two")
                    .waitingForLock(Duration.ofSeconds(3))
                    .run(() -> see(cleaned + " cleaned within,"));
        }

        @BeforeEach
        void prepare() {
            see("before each");
        }

        @Test
        void first() {
            see("test");
        }

        @Test
        void second() {
            see("test");
        }
    }

    @Test
    void the_lock_is_held_until_all_is_ready_for_the_first_test_and_known_to_what_runs_meanwhile() {
        database.execute("CREATE TYPE accounts_user AS ENUM ('stale')");
        assertThat(Suite.of(Exclusive.class).run().succeeded()).isEqualTo(2);
        assertThat(SEEN)
                .containsExactly(
                        "migrate, 1 cleaned, 1",
                        "1 cleaned within, 1",
                        "before each 1",
                        "test 0",
                        "before each 0",
                        "test 0");
        assertThat(database.queryText("SELECT to_regtype('two')")).isNull();
    }

    @CleanStaleTypes(migrations = "none")
    static class AskedByParameter {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            see("migrate");
        }

        @Test
        void test() {
            see("test");
        }
    }

    @Test
    void a_configuration_parameter_asks_for_it_too_and_no_name_is_needed_then() {
        assertThat(Suite.of(AskedByParameter.class)
                        .with("cleanstaletypes.exclusive", "true")
                        .run()
                        .succeeded())
                .isOne();
        assertThat(SEEN).containsExactly("migrate 1", "test 0");
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstance {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        OneInstance() {
            see("instance");
        }

        @Test
        void test() {
            see("test");
        }
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class Around {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            see("around");
        }

        @Nested
        @CleanStaleTypes(exclusive = true, migrations = "none", lockWait = "3s")
        class Within {
            @BeforeEach
            void prepare() {
                see("within");
            }

            @Test
            void test() {
                see("test");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {OneInstance.class, Around.class})
    void one_instance_and_nested_classes_are_under_the_one_lock_until_the_first_test(Class<?> type) {
        assertThat(Suite.of(type).run().succeeded()).isOne();
        assertThat(SEEN).last().isEqualTo("test 0");
        assertThat(SEEN.subList(0, SEEN.size() - 1)).isNotEmpty().allMatch(seen -> seen.endsWith(" 1"));
    }

    private static void fail() {
        see("failing");
        throw new IllegalStateException("wanted");
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class BeforeAllFails {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            fail();
        }

        @Test
        void test() {}
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class BeforeEachFails {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeEach
        void prepare() {
            fail();
        }

        @Test
        void test() {}
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InstanceFails {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        InstanceFails() {
            fail();
        }

        @Test
        void test() {}
    }

    @ParameterizedTest
    @ValueSource(classes = {BeforeAllFails.class, BeforeEachFails.class, InstanceFails.class})
    void a_failure_before_the_first_test_releases_it(Class<?> type) {
        assertThat(Suite.of(type).run().failure()).hasMessage("wanted");
        assertThat(SEEN).containsExactly("failing 1");
    }

    /** Leaves out each test, after the class has begun. */
    static class NoTest implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return context.getTestMethod().isPresent()
                    ? ConditionEvaluationResult.disabled("nothing is run")
                    : ConditionEvaluationResult.enabled("the class begins");
        }
    }

    @ExtendWith(NoTest.class)
    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class WithoutTests {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            see("migrate");
        }

        @Test
        void test() {}
    }

    @Test
    void a_class_of_which_no_test_is_run_releases_it_in_the_end() {
        assertThat(Suite.of(WithoutTests.class).run().succeeded()).isZero();
        assertThat(SEEN).containsExactly("migrate 1");
    }

    @CleanStaleTypes(exclusive = true, migrations = "none", lockWait = "200ms")
    static class Impatient {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            see("migrate");
        }

        @Test
        void test() {}
    }

    @Test
    void a_lock_that_is_not_free_in_time_fails_the_class_with_its_holder() throws Exception {
        try (Connection holder = database.connect();
                Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'another suite'");
            statement.execute("SELECT pg_advisory_lock(" + AdvisoryLock.KEY + ")");
            assertThat(Suite.of(Impatient.class).run().failure())
                    .hasMessageStartingWith("@CleanStaleTypes on " + Impatient.class.getName()
                            + ": static DataSource dataSource of Impatient: ")
                    .hasMessageContaining("has held the lock for 0.2 s")
                    .hasMessageContaining("another suite");
            assertThat(SEEN).isEmpty();
        }
    }

    @Test
    void a_data_source_with_one_connection_for_everybody_fails_the_class() throws Exception {
        try (Connection only = database.connect()) {
            source = () -> new OnlyConnection(only);
            assertThat(Suite.of(Impatient.class).run().failure()).hasMessageContaining("the same connection again");
            assertThat(SEEN).isEmpty();
        }
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class LosingIt {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            database.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'cst-guard:%'");
        }

        @Test
        void test() {
            see("test");
        }
    }

    @Test
    void a_lock_that_was_lost_meanwhile_fails_the_first_test() {
        assertThat(Suite.of(LosingIt.class).run().failure())
                .hasMessageContaining(
                        "the lock was lost before it was given back, so another process may have migrated");
        assertThat(SEEN).isEmpty();
    }

    private static final AtomicInteger WITHIN = new AtomicInteger();
    private static final AtomicInteger MOST = new AtomicInteger();

    private static void migrateAlone() {
        MOST.accumulateAndGet(WITHIN.incrementAndGet(), Math::max);
        database.queryText("SELECT pg_sleep(0.1)::text");
        WITHIN.decrementAndGet();
    }

    @CleanStaleTypes(exclusive = true, migrations = "none")
    static class Parallel1 {
        static final DataSource dataSource = new CurrentDatabase(() -> source.get());

        @BeforeAll
        static void migrate() {
            migrateAlone();
        }

        @Test
        void test() {}
    }

    static class Parallel2 extends Parallel1 {}

    static class Parallel3 extends Parallel1 {}

    @Test
    void classes_that_run_in_parallel_take_turns() {
        MOST.set(0);
        Suite.Ran ran = Suite.of(Parallel1.class, Parallel2.class, Parallel3.class)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3")
                .run();
        assertThat(ran.succeeded()).isEqualTo(3);
        assertThat(MOST).hasValue(1);
    }
}
