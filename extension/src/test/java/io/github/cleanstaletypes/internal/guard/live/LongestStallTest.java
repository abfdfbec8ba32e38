package io.github.cleanstaletypes.internal.guard.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.internal.guard.LiveGuard;
import io.github.cleanstaletypes.internal.guard.LiveGuard.Starter;
import io.github.cleanstaletypes.testing.LongForm;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * How long an application stands still when a migration wants a table for itself that a long transaction reads: everybody queues behind
 * the migration. The load is that of pgbench's simple update. What counts is how long a statement has waited for a lock, by the server's
 * clock: a busy machine lets everybody wait, with a migration and without. The bound is the long form's; what the clients' clocks have seen
 * is printed beside it.
 */
class LongestStallTest {

    private static final int CLIENTS = 4;
    private static final int ROUNDS = LongForm.rounds(1, 5);
    private static final Duration LIMIT = Duration.ofMillis(LongForm.isOn() ? 200 : 50);
    private static final Duration SLACK = Duration.ofMillis(200);
    private static final double HELD_SECONDS = LongForm.isOn() ? 3 : 1;
    private static final String LOCK_WAITS =
            "SELECT extract(epoch FROM clock_timestamp()) AS now, l.pid || ' ' || l.waitstart AS who,"
                    + " extract(epoch FROM l.waitstart) AS since FROM (SELECT) AS always LEFT JOIN pg_locks l ON NOT l.granted"
                    + " AND l.mode <> 'AccessExclusiveLock' AND l.waitstart IS NOT NULL AND l.database ="
                    + " (SELECT oid FROM pg_database WHERE datname = current_database())";
    private static final String ALTER = "psql -Xq -v ON_ERROR_STOP=1 -c 'ALTER TABLE accounts ADD COLUMN note%d text'";

    @Test
    void is_that_of_the_limit_with_it_and_that_of_the_longest_transaction_without() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase()) {
            database.execute(
                    "CREATE TABLE accounts (id int PRIMARY KEY, balance int)",
                    "INSERT INTO accounts SELECT i, 0 FROM generate_series(1, 1000) i");
            Starter plain = Starter.on(database);
            for (int round = 0; round < ROUNDS; round++) {
                Stall nobody = stall(database, null, 0);
                Stall without = stall(database, plain, 2 * round);
                Stall with = stall(database, plain.lockTimeout(LIMIT), 2 * round + 1);
                System.out.printf(
                        "longest wait for a lock (longest statement) of %d clients, a transaction of %.1f s before an ALTER"
                                + " TABLE: %s, with --command-lock-timeout %dms %s; on this machine without any ALTER TABLE %s%n",
                        CLIENTS, HELD_SECONDS, without, LIMIT.toMillis(), with, nobody);
                assertThat(without.locked()).isGreaterThan(LIMIT.plus(SLACK));
                assertThat(with.locked()).isLessThan(LongForm.isOn() ? LIMIT.plus(SLACK) : without.locked());
            }
        }
    }

    /**
     * The longest time for which a statement of the load stood still while the table was altered.
     *
     * @param locked waiting for a lock
     * @param whole by the client's clock, from its question to the answer
     */
    private record Stall(Duration locked, Duration whole) {
        @Override
        public String toString() {
            return locked.toMillis() + " ms (" + whole.toMillis() + " ms)";
        }
    }

    private static Stall stall(TestDatabase database, @Nullable Starter starter, int number) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong longest = new AtomicLong();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        try (Connection reader = database.connect();
                Statement reads = reader.createStatement()) {
            reader.setAutoCommit(false);
            reads.execute("SELECT count(*) FROM accounts");
            List<Future<?>> running = new ArrayList<>();
            Future<Duration> locked = clients.submit(() -> longestWait(database, over));
            for (int i = 0; i < CLIENTS; i++) {
                int seed = i;
                running.add(clients.submit(() -> load(database, seed, over, longest)));
            }
            if (starter == null) {
                hold(reads);
            } else {
                altered(database, starter, number, reader, reads);
            }
            over.set(true);
            for (Future<?> one : running) {
                one.get();
            }
            return new Stall(locked.get(), Duration.ofNanos(longest.get()));
        } finally {
            over.set(true);
            clients.shutdownNow();
        }
    }

    /** The longest that any but the migration has waited for a lock: until the first look that does not see it wait any more. */
    private static Duration longestWait(TestDatabase database, AtomicBoolean over) throws SQLException {
        Map<String, Double> waiting = Map.of();
        double longest = 0;
        try (Connection observer = database.connect();
                PreparedStatement looks = observer.prepareStatement(LOCK_WAITS)) {
            while (!over.get() || !waiting.isEmpty()) {
                Map<String, Double> now = new HashMap<>();
                double seconds = 0;
                try (ResultSet row = looks.executeQuery()) {
                    while (row.next()) {
                        seconds = row.getDouble("now");
                        if (row.getString("who") != null) {
                            now.put(row.getString("who"), row.getDouble("since"));
                        }
                    }
                }
                for (Map.Entry<String, Double> one : waiting.entrySet()) {
                    if (!now.containsKey(one.getKey())) {
                        longest = Math.max(longest, seconds - one.getValue());
                    }
                }
                waiting = now;
            }
        }
        return Duration.ofMillis(Math.round(longest * 1000));
    }

    private static void altered(TestDatabase database, Starter starter, int number, Connection reader, Statement reads)
            throws Exception {
        try (LiveGuard guard = starter.start(ALTER.formatted(number))) {
            Wait.until(
                    "the migration waits",
                    () -> "1"
                            .equals(database.queryText("SELECT count(DISTINCT mode) FROM pg_locks WHERE NOT granted AND"
                                    + " mode = 'AccessExclusiveLock'")));
            hold(reads);
            reader.rollback();
            assertThat(guard.ended().exitStatus()).as(guard.errors()).isZero();
        }
    }

    /** The transaction at hand goes on for so long, in the server. */
    private static void hold(Statement reads) throws SQLException {
        reads.execute("SELECT pg_sleep(" + HELD_SECONDS + ")");
    }

    private static Void load(TestDatabase database, int seed, AtomicBoolean over, AtomicLong longest)
            throws SQLException {
        Random random = LongForm.random("longest stall " + seed);
        try (Connection client = database.connect();
                PreparedStatement update =
                        client.prepareStatement("UPDATE accounts SET balance = balance + 1 WHERE id = ?");
                PreparedStatement select = client.prepareStatement("SELECT balance FROM accounts WHERE id = ?")) {
            while (!over.get()) {
                int id = 1 + random.nextInt(1000);
                update.setInt(1, id);
                select.setInt(1, id);
                long start = System.nanoTime();
                update.execute();
                long between = System.nanoTime();
                select.execute();
                longest.accumulateAndGet(Math.max(between - start, System.nanoTime() - between), Math::max);
            }
        }
        return null;
    }
}
