package io.github.cleanstaletypes.internal.sql;

import io.github.cleanstaletypes.internal.sql.SqlBatch.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs a piece of work in a transaction of its own on a borrowed connection, and gives the connection back as it was.
 *
 * <p>Each transaction begins by setting for itself alone what keeps others' code from being run: nothing that a user can create is
 * looked up by a bare name. Nothing is set for the session, which behind a pooler belongs to the next client. Stateless.
 */
public enum Transaction {
    /** One unchanging picture of the catalog; cannot write, and cannot take a lock that stops a migration. */
    SNAPSHOT("2min", AnswerLimit.LONGEST, "a look at the catalog"),
    /** Each statement sees what is committed when it starts; cannot write. */
    READS("30s", AnswerLimit.QUICK, "a quick look"),
    /** Each statement sees what is committed when it starts; may write, unless the session is read-only. */
    CHANGE("30s", AnswerLimit.QUICK, "a change, which may have been made or not"),
    /** Like {@link #CHANGE}, for what others have written and takes as long as it takes: scripts of extensions. */
    LONG_CHANGE("2min", AnswerLimit.LONGEST, "a long change, which may have been made or not"),
    /** Like {@link #CHANGE}, but rolled back in the end, whatever comes of it. */
    TRIAL("30s", AnswerLimit.QUICK, "a trial, which the server rolls back");

    /** Work that may fail with what the server says. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    private static final SqlResource SESSION = SqlResource.named(Transaction.class, "session.sql");
    private static final SqlResource SETTINGS = SqlResource.named(Transaction.class, "settings.sql");
    private static final SqlResource LIMIT = SqlResource.named(Transaction.class, "statement_limit.sql");
    private static final SqlResource AND_NEXT = SqlResource.named(Transaction.class, "commit_and_chain.sql");
    private static final SqlResource LIMITS = SqlResource.named(Transaction.class, "reading_limits.sql");
    private static final SqlResource END = SqlResource.named(Transaction.class, "commit.sql");

    private static final SqlResource BEGIN_SNAPSHOT = SqlResource.named(Transaction.class, "begin_snapshot.sql");
    private static final SqlResource BEGIN_READS = SqlResource.named(Transaction.class, "begin_reads.sql");
    private static final SqlResource BEGIN_CHANGE = SqlResource.named(Transaction.class, "begin_change.sql");

    private final String statementLimit;
    private final Duration answerLimit;
    private final String awaited;

    /**
     * The longest look measured, at a million types, took 13.5 s; all that is no {@link #SNAPSHOT} takes milliseconds.
     *
     * @param statementLimit how long a statement may take, as the server writes it
     * @param answerLimit how long a round trip may take, a little longer than that
     * @param awaited what is waited for, in a few words
     */
    Transaction(String statementLimit, Duration answerLimit, String awaited) {
        this.statementLimit = statementLimit;
        this.answerLimit = answerLimit;
        this.awaited = awaited;
    }

    /**
     * Runs the work; commits if it returns (but {@link #TRIAL} rolls back), rolls back if it throws.
     *
     * @throws NoAnswerException if the server does not answer in time; the connection is closed then
     * @throws SQLException what the work or the commit threw; a rollback that fails too is attached as suppressed, and the connection is
     *     aborted, since what it is set to cannot be known
     */
    public <T> T run(Connection connection, Work<T> work) throws SQLException {
        return batched(connection, c -> {
            opening(Map.of()).run(c);
            return work.run(c);
        });
    }

    /** Runs likewise a piece of work that begins with {@link #opening}, in the same round trip as its own first statements. */
    public <T> T batched(Connection connection, Work<T> work) throws SQLException {
        try (AnswerLimit limit = AnswerLimit.on(connection, answerLimit)) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return ended(connection, work);
            } catch (SQLException e) {
                SQLException explained = limit.explained(e, awaited);
                rollback(connection, explained);
                throw explained;
            } catch (RuntimeException | Error e) {
                // leaving the transaction open, autocommit would commit half of the work
                rollback(connection, e);
                throw e;
            } finally {
                restore(connection, autoCommit);
            }
        }
    }

    private <T> T ended(Connection connection, Work<T> work) throws SQLException {
        T result = work.run(connection);
        if (this == TRIAL) {
            connection.rollback();
        } else {
            connection.commit();
        }
        return result;
    }

    /** What must come first in a transaction of this kind, in one batch with what follows. */
    public SqlBatch opening(Map<String, ?> values) {
        return new SqlBatch(limited(values)).add(begin()).add(SETTINGS).add(LIMIT);
    }

    /** The same where the first statement that follows sets a time limit of its own. */
    public SqlBatch openingUnlimited(Map<String, ?> values) {
        return new SqlBatch(values).add(begin()).add(SETTINGS);
    }

    /** Reads besides, before anything is set: {@code pid}, {@code search_path} (the schemas that are there) and {@code read_only}. */
    public SqlBatch opening(Map<String, ?> values, RowReader session) {
        return new SqlBatch(limited(values))
                .add(begin())
                .add(SESSION, session)
                .add(SETTINGS)
                .add(LIMIT);
    }

    /** Ends the transaction at hand, and begins one of this kind, in one batch with what follows. */
    public SqlBatch next(Map<String, ?> values) {
        return new SqlBatch(limited(values))
                .add(AND_NEXT)
                .add(begin())
                .add(SETTINGS)
                .add(LIMIT);
    }

    /** A batch within the transaction at hand, that another one may follow by {@link #after}. */
    public SqlBatch within(Map<String, ?> values) {
        return new SqlBatch(limited(values));
    }

    /** Likewise within a batch of another transaction's, whose limit for a statement stays. */
    public SqlBatch after(SqlBatch batch) {
        return batch.add(AND_NEXT).add(begin()).add(SETTINGS).add(LIMIT);
    }

    /** Adds the limits of reading users' tables to a batch: from there on it gives up soon, and holds up no migration. */
    public static SqlBatch limiting(SqlBatch batch) {
        return batch.add(LIMITS);
    }

    /** Begins a batch that reads users' tables, within the transaction at hand: it gives up soon, and holds up no migration. */
    public static SqlBatch limited() {
        return new SqlBatch(Map.of()).add(LIMITS);
    }

    /** Ends the transaction with the batch's last statement; {@link #batched} then has nothing to send. */
    public static SqlBatch ending(SqlBatch batch) {
        return batch.add(END);
    }

    private Map<String, Object> limited(Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("statement_limit", statementLimit);
        return all;
    }

    private SqlResource begin() {
        return switch (this) {
            case SNAPSHOT -> BEGIN_SNAPSHOT;
            case READS -> BEGIN_READS;
            case CHANGE, LONG_CHANGE, TRIAL -> BEGIN_CHANGE;
        };
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
            abort(connection, cause);
        }
    }

    private static void abort(Connection connection, Throwable cause) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    private static void restore(Connection connection, boolean autoCommit) throws SQLException {
        if (!connection.isClosed()) {
            connection.setAutoCommit(autoCommit);
        }
    }
}
