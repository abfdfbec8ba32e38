package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An application that connects to a database, asks something, and connects anew as soon as its session is over. */
final class Reconnecting implements AutoCloseable {

    private final ResetScene scene;
    private final Thread thread = new Thread(this::run, "application");
    private final Map<String, Integer> failures = new TreeMap<>();
    private final List<String> refusedAfterwards = new CopyOnWriteArrayList<>();
    private volatile boolean over;
    private volatile boolean afterwards;
    private volatile int connected;
    private long failingSince;
    private long longest;

    Reconnecting(ResetScene scene) {
        this.scene = scene;
        thread.start();
    }

    /** How often it has got an answer. */
    int connected() {
        return connected;
    }

    /** From now on the database is there, and each attempt that begins must succeed. */
    void failIfRefusedFromNowOn() {
        afterwards = true;
    }

    List<String> refusedAfterwards() {
        return refusedAfterwards;
    }

    /** How often each SQLSTATE was met. */
    synchronized Map<String, Integer> failures() {
        return new TreeMap<>(failures);
    }

    synchronized String inWords() {
        return "met " + failures + ", for " + Duration.ofNanos(longest).toMillis() + " ms at a stretch";
    }

    private void run() {
        while (!over) {
            boolean mustSucceed = afterwards;
            try (Connection connection = scene.connect(scene.name(), scene.role());
                    Statement statement = connection.createStatement()) {
                statement.execute("SELECT");
                succeeded();
            } catch (SQLException e) {
                failed(e, mustSucceed);
            }
        }
    }

    private synchronized void succeeded() {
        connected++;
        failingSince = 0;
    }

    private synchronized void failed(SQLException e, boolean mustSucceed) {
        failures.merge(String.valueOf(e.getSQLState()), 1, Integer::sum);
        failingSince = failingSince == 0 ? System.nanoTime() : failingSince;
        longest = Math.max(longest, System.nanoTime() - failingSince);
        if (mustSucceed) {
            refusedAfterwards.add(e.getSQLState() + " " + e.getMessage());
        }
    }

    @Override
    public void close() {
        over = true;
        Wait.until("it has ended", () -> !thread.isAlive());
        scene.awaitNobodyIn(scene.name());
    }
}
