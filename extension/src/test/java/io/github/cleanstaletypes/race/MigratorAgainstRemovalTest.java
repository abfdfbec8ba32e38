package io.github.cleanstaletypes.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.testing.EachServer;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.TestReporter;

/** A migration that runs while types are removed is never the victim of a deadlock, and fails only if the type is gone. */
class MigratorAgainstRemovalTest {

    /** The type, or the composite's relation, is not there; or it went while its row was to be changed: an internal error. */
    private static final Set<String> GONE = Set.of("42704", "42P01", "XX000");

    private static final String CREATE =
            "DROP SCHEMA IF EXISTS race CASCADE; CREATE SCHEMA race; CREATE TYPE race.mood AS ENUM ('a', 'b');"
                    + " CREATE DOMAIN race.level AS int; CREATE TYPE race.shape AS (a int);"
                    + " CREATE TABLE race.old AS SELECT g AS id FROM generate_series(1, 10) g";

    @EachServer({"14.22", "18.6"})
    void a_cleaner_that_waits_gives_up_before_the_migration_can_become_the_victim_of_a_deadlock(PostgresServer server)
            throws Exception {
        String takes =
                server.locksTypes() ? "CREATE TABLE race.used(c race.mood[])" : "COMMENT ON TYPE race.mood IS 'x'";
        String asks =
                server.locksTypes() ? "COMMENT ON TYPE race.mood IS 'x'" : "ALTER TYPE race.mood RENAME TO old_mood";
        String removes = server.locksTypes() ? "(?s)DROP TYPE .*" : "ALTER TYPE .*";
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (TestDatabase database = server.createDatabase();
                Onlooker onlooker = new Onlooker(server);
                OtherSession migrator = new OtherSession(database, onlooker);
                OneConnection own = new OneConnection(database)) {
            own.execute(CREATE);
            int cleaner = own.pid();
            Future<CleanupReport> report =
                    thread.submit(() -> StaleTypes.in(Tapped.dataSource(own.dataSource(), (number, statement) -> {
                                if (statement.matches(removes) && !migrator.hasWorked()) {
                                    migrator.send("BEGIN", takes);
                                }
                            }))
                            .claiming("race.mood")
                            .clean());
            onlooker.awaits("the cleaner waits for the migrator", () -> onlooker.waitsForLock(cleaner));
            // whoever has waited this long has looked for a deadlock, found none, and does not look again
            onlooker.awaits(
                    "the cleaner has given up, or has waited for longer than deadlock_timeout",
                    () -> onlooker.number(
                                    "SELECT count(*) FROM pg_locks WHERE pid = ? AND NOT granted"
                                            + " AND clock_timestamp() < coalesce(waitstart, clock_timestamp()) + interval '1200 ms'",
                                    cleaner)
                            == 0);
            migrator.send(asks, "COMMIT");
            migrator.succeeds();
            assertThat(Wait.forResult("the cleaner", report).database()).isEqualTo(database.name());
            assertThat(
                            own.queryText(
                                    "SELECT count(*) FROM pg_type WHERE typname IN ('mood', 'old_mood') OR typname ~ '^stale_.*_mood$'"))
                    .as("the type, by any name")
                    .isEqualTo("1");
        } finally {
            thread.shutdownNow();
        }
    }

    @EachServer({"14.22", "18.6"})
    void migrations_that_lock_in_the_opposite_order_are_never_deadlocked(PostgresServer server, TestReporter reporter)
            throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        List<Integer> rounds = LongForm.sample(IntStream.range(0, 200).boxed().toList(), 10, "opposite order");
        TreeMap<String, Integer> ends = new TreeMap<>();
        long longest = 0;
        try (TestDatabase database = server.createDatabase();
                OneConnection own = new OneConnection(database);
                OneConnection migrator = new OneConnection(database)) {
            own.execute(CREATE);
            int trips = Tapped.tripsOf(
                            own.dataSource(), dataSource -> cleaner(dataSource).clean())
                    .size();
            for (int round : rounds) {
                Random random = LongForm.round(round);
                own.execute(CREATE);
                migrator.execute("SET search_path = race");
                Attempt attempt =
                        new Attempt(migrator, Migration.ALL.get(round % Migration.ALL.size()), random.nextInt(20));
                FutureTask<?> migrated = new FutureTask<>(attempt, null);
                // every third migration begins early, and may be done before the removal
                int startAt = 1 + random.nextInt(round % 3 == 0 ? 3 : trips);
                CleanupReport report = cleaner(Tapped.dataSource(own.dataSource(), (number, statement) -> {
                            if (number == startAt) {
                                thread.execute(migrated);
                            }
                        }))
                        .waitingForCreators(random.nextBoolean() ? Duration.ofSeconds(10) : Duration.ZERO)
                        .clean();
                Wait.forResult("the migration", migrated);
                assertThat(report.couldNotFinish()).isFalse();
                assertWhole(own);
                ends.merge(attempt.end(), 1, Integer::sum);
                longest = Math.max(longest, attempt.longest);
            }
        } finally {
            thread.shutdownNow();
        }
        reporter.publishEntry(
                server + ", migrations " + rounds,
                ends + ", held up at most " + TimeUnit.NANOSECONDS.toMillis(longest) + " ms");
        assertThat(ends).as("how the migrations ended").containsKeys("committed");
    }

    private static void assertWhole(OneConnection own) throws SQLException {
        assertThat(own.queryText(Round.DANGLING)).as("dangling references").isEqualTo("0");
        String tables = own.queryText("SELECT string_agg(format('TABLE %s', c.oid::regclass), '; ') FROM pg_class c"
                + " WHERE c.relnamespace = 'race'::regnamespace AND c.relkind = 'r'");
        own.execute(String.valueOf(tables));
    }

    private static StaleTypes cleaner(DataSource dataSource) {
        return StaleTypes.in(dataSource).claiming("race.mood", "race.level", "race.shape");
    }

    /** One migration, in a thread of its own and at its own pace: it works a while between its statements. */
    private static final class Attempt implements Runnable {

        private final OneConnection connection;
        private final Migration migration;
        private final int work;
        private String failure = "";
        private long longest;

        Attempt(OneConnection connection, Migration migration, int work) {
            this.connection = connection;
            this.migration = migration;
            this.work = work;
        }

        @Override
        public void run() {
            String doing = "BEGIN";
            try (Statement statement = connection.connection().createStatement()) {
                statement.execute(doing);
                for (String sql : migration.statements()) {
                    doing = sql;
                    long start = System.nanoTime();
                    statement.execute(sql);
                    longest = Math.max(longest, System.nanoTime() - start);
                    statement.execute("SELECT count(*) FROM generate_series(1, " + (work * 1_000 + 1) + ")");
                }
                doing = "COMMIT";
                statement.execute(doing);
            } catch (SQLException e) {
                failure = e.getSQLState();
                if (!GONE.contains(failure)) {
                    throw new AssertionError("the migration that " + migration + " failed at " + doing, e);
                }
                rollBack();
            }
        }

        private void rollBack() {
            try {
                connection.execute("ROLLBACK");
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }

        String end() {
            return failure.isEmpty() ? "committed" : failure;
        }
    }
}
