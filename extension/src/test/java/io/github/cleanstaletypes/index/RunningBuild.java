package io.github.cleanstaletypes.index;

import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.postgresql.PGConnection;

/** A command that works concurrently on an index or a partition, and waits for another session that uses the table. */
final class RunningBuild implements AutoCloseable {

    private final TestDatabase database;
    private final Connection user;
    private final Connection builder;
    private final int pid;
    private Future<String> end = new CompletableFuture<>();

    private RunningBuild(TestDatabase database, Connection user, Connection builder) throws SQLException {
        this.database = database;
        this.user = user;
        this.builder = builder;
        this.pid = builder.unwrap(PGConnection.class).getBackendPID();
    }

    /** The command waits for who writes: of a new index no more than its name is there. */
    static RunningBuild waitingForWriter(TestDatabase database, String table, String command) {
        return of(database, "LOCK TABLE " + table + " IN ROW EXCLUSIVE MODE", command);
    }

    /** A REINDEX waits for who reads: the new index has taken the old one's place, which is not dropped yet. */
    static RunningBuild waitingForReader(TestDatabase database, String table, String command) {
        return of(database, "LOCK TABLE " + table + " IN ACCESS SHARE MODE", command);
    }

    /** The command waits for who might still see rows that its index lacks: it is built, and each write goes into it. */
    static RunningBuild waitingForSnapshot(TestDatabase database, String command) {
        return of(database, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT 1", command);
    }

    private static RunningBuild of(TestDatabase database, String use, String command) {
        try {
            Connection user = database.connect();
            user.setAutoCommit(false);
            try (Statement statement = user.createStatement()) {
                statement.execute(use);
            }
            RunningBuild build = new RunningBuild(database, user, database.connect());
            build.start(command);
            return build;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void start(String command) {
        CompletableFuture<String> ended = new CompletableFuture<>();
        end = ended;
        Thread thread = new Thread(() -> {
            try (Statement statement = builder.createStatement()) {
                statement.execute(command);
                ended.complete("");
            } catch (SQLException e) {
                ended.complete(e.getSQLState());
            }
        });
        thread.setDaemon(true);
        thread.start();
        Wait.until("the build waits", this::waits);
    }

    private boolean waits() {
        return "1"
                .equals(database.queryText(
                        "SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = 'virtualxid' AND pid = "
                                + pid));
    }

    long pid() {
        return pid;
    }

    /** Lets it go on, and waits until it has come to its end. */
    void finish() throws SQLException, ExecutionException, InterruptedException {
        user.rollback();
        String state = Wait.forResult("the build", end);
        if (!state.isEmpty()) {
            throw new AssertionError("the build failed with " + state);
        }
    }

    /** Ends it as the server ends one whose client is gone. */
    void kill() throws SQLException, ExecutionException, InterruptedException {
        database.queryText("SELECT pg_terminate_backend(" + pid + ", 10000)");
        Wait.forResult("the build", end);
        user.rollback();
    }

    @Override
    public void close() throws SQLException {
        user.close();
        builder.close();
    }
}
