package io.github.cleanstaletypes.race;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/** A session of somebody else, such as a migrator, whose statements run in a thread of their own. */
public final class OtherSession implements AutoCloseable {

    private final Onlooker onlooker;
    private final Connection connection;
    private final int pid;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final List<SQLException> failures = new CopyOnWriteArrayList<>();
    private volatile Future<?> last;
    private volatile boolean worked;

    public OtherSession(TestDatabase database, Onlooker onlooker) throws SQLException {
        this.onlooker = onlooker;
        this.connection = database.connect();
        this.pid = connection.unwrap(PGConnection.class).getBackendPID();
        this.last = thread.submit(() -> {});
    }

    public int pid() {
        return pid;
    }

    /** Sends these, one after the other, and returns once they have run or one of them waits for a lock. */
    public void send(String... statements) {
        Future<?> sent = thread.submit(() -> run(statements));
        last = sent;
        worked = true;
        onlooker.awaits("session " + pid + " has run or waits", () -> sent.isDone() || onlooker.waitsForLock(pid));
    }

    /** Whether anything was sent yet. */
    public boolean hasWorked() {
        return worked;
    }

    /** Whether a statement is still running. */
    public boolean busy() {
        return !last.isDone();
    }

    /** Waits until all that was sent has run, and tells what failed. */
    public List<SQLException> failures() {
        onlooker.awaits("session " + pid + " has run", last::isDone);
        return failures;
    }

    /** Waits until all that was sent has run; anything that failed fails the test. */
    public void succeeds() {
        if (!failures().isEmpty()) {
            throw new AssertionError("session " + pid + " failed", failures.get(0));
        }
    }

    private void run(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            failures.add(e);
        }
    }

    /** Disconnects, and waits until the server shows no trace of it. */
    @Override
    public void close() throws SQLException {
        onlooker.awaits("session " + pid + " has run", last::isDone);
        thread.shutdown();
        connection.close();
        onlooker.awaits("session " + pid + " is gone", () -> !onlooker.knows(pid));
    }
}
