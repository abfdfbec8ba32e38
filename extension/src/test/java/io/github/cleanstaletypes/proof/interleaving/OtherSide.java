package io.github.cleanstaletypes.proof.interleaving;

import io.github.cleanstaletypes.race.Onlooker;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** The other session, which plays a script step by step. Of the thread that plays. */
final class OtherSide implements AutoCloseable {

    private static final int GLANCE_MILLIS = 3;

    private final TestDatabase database;
    private final Onlooker onlooker;
    private final boolean resident;
    private final List<String> steps;
    private final List<Integer> playedAt = new ArrayList<>();
    private final List<SQLException> failures = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private @Nullable Connection connection;
    private int pid;
    private @Nullable Future<?> last;

    OtherSide(TestDatabase database, Onlooker onlooker, boolean resident, List<String> steps) throws SQLException {
        this.database = database;
        this.onlooker = onlooker;
        this.resident = resident;
        this.steps = steps;
        if (resident) {
            connect();
        }
    }

    private void connect() throws SQLException {
        Connection opened = database.connect();
        connection = opened;
        pid = opened.unwrap(PGConnection.class).getBackendPID();
        try (Statement statement = opened.createStatement()) {
            // whoever comes to look for a deadlock is its victim: that must never be this one, however slow the machine
            // is
            statement.execute("SET deadlock_timeout = '20s'; SET search_path = race");
        }
    }

    boolean over() {
        return playedAt.size() == steps.size();
    }

    /** Plays the next step; returns once it has run or waits for a lock, or waits behind one that does. */
    void play(int gate) throws Exception {
        if (connection == null) {
            connect();
        }
        String step = steps.get(playedAt.size());
        playedAt.add(gate);
        Connection to = Objects.requireNonNull(connection);
        Future<?> sent = thread.submit(() -> run(to, step));
        last = sent;
        while (!hasRun(sent) && !onlooker.waitsForLock(pid)) {
            Thread.onSpinWait();
        }
    }

    /** A passer-by leaves once its script is over. */
    void leave() throws SQLException {
        if (!resident && over() && last != null && last.isDone()) {
            disconnect();
        }
    }

    private static boolean hasRun(Future<?> sent) throws Exception {
        try {
            sent.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private void run(Connection to, String step) {
        try (Statement statement = to.createStatement()) {
            statement.execute(step);
        } catch (SQLException e) {
            failures.add(e);
        }
    }

    /** What failed, once all that was sent has run; what a failed transaction says of the statements after that is left out. */
    List<SQLException> failures() throws Exception {
        if (last != null) {
            Wait.forResult("the other session", last);
        }
        return failures.stream()
                .filter(failure -> !"25P02".equals(failure.getSQLState()))
                .toList();
    }

    /** Before which of our round trips each step was played. */
    List<Integer> playedAt() {
        return playedAt;
    }

    private void disconnect() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
            Wait.until("session " + pid + " is gone", () -> !onlooker.knows(pid));
        }
    }

    @Override
    public void close() throws SQLException {
        Wait.until("the other session has run", () -> last == null || last.isDone());
        thread.shutdown();
        disconnect();
    }
}
