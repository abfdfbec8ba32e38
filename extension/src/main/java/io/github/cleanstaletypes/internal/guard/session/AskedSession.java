package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A session with settings of its own, in autocommit mode, that several threads ask, one at a time, and whose answers have a limit. It can be
 * lent in between.
 */
final class AskedSession implements AutoCloseable {

    private static final SqlResource SETTINGS = SqlResource.named(AskedSession.class, "lock_session.sql");
    private static final SqlResource LIMITS = SqlResource.named(AskedSession.class, "lock_session_limits.sql");
    private static final SqlResource OWN_SEARCH_PATH = SqlResource.named(AskedSession.class, "own_search_path.sql");

    private static final String AWAITED = "the session that holds or awaits the lock";

    private final Connection connection;
    private final Duration answer;
    private final ReentrantLock use = new ReentrantLock();
    private AnswerLimit limit;

    private AskedSession(Connection connection, Duration answer) throws SQLException {
        this.connection = connection;
        this.answer = answer;
        this.limit = AnswerLimit.on(connection, answer);
    }

    /** Makes this connection such a session. */
    static AskedSession on(Connection connection, Duration answer) throws SQLException {
        AskedSession session = new AskedSession(connection, answer);
        session.ask(new SqlBatch(Map.of()).add(SETTINGS).add(LIMITS));
        return session;
    }

    /** Puts a question, when no other thread does. */
    <T> T ask(Transaction.Work<T> question) throws SQLException {
        use.lock();
        try {
            return limit.answered(connection, AWAITED, question);
        } finally {
            use.unlock();
        }
    }

    void ask(SqlBatch batch) throws SQLException {
        ask(c -> {
            batch.run(c);
            return batch;
        });
    }

    /**
     * Lends it to this thread, with the search path of its role and database and without its limit, until that is closed; others wait
     * meanwhile. What it holds it goes on holding.
     */
    Connection lend() throws SQLException {
        use.lock();
        try {
            ask(new SqlBatch(Map.of()).add(OWN_SEARCH_PATH));
            limit.close();
            return LentSession.of(connection, this::takeBack);
        } catch (SQLException | RuntimeException | Error e) {
            use.unlock();
            throw e;
        }
    }

    private void takeBack() throws SQLException {
        try {
            if (!connection.isClosed()) {
                limit = AnswerLimit.on(connection, answer);
                ask(new SqlBatch(Map.of()).add(SETTINGS));
            }
        } finally {
            use.unlock();
        }
    }

    /** Breaks it off; by any thread, whatever another one waits for. */
    void abort() {
        OpenConnections.abort(connection);
    }

    @Override
    public void close() throws SQLException {
        use.lock();
        try {
            connection.close();
        } finally {
            use.unlock();
        }
    }
}
