package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * Keeps our waits so short that a migration is never the victim of a deadlock with us: whoever waits first for
 * {@code deadlock_timeout} looks for deadlocks and gives up, so each of our waits ends before that.
 */
final class Limits {

    private static final SqlResource SET = SqlResource.named(Limits.class, "change_limits.sql");

    private static final SqlResource SET_FOR_TABLE = SqlResource.named(Limits.class, "table_lock_limit.sql");

    private Limits() {}

    static <T> T within(Connection connection, Transaction.Work<T> work) throws SQLException {
        set(connection);
        return work.run(connection);
    }

    /** Sets them for the rest of the transaction. */
    static void set(Connection connection) throws SQLException {
        addTo(new SqlBatch(of(1))).run(connection);
    }

    /**
     * The values for {@link #addTo}.
     *
     * @param waits how many waits in a row there may be while a lock is held: together they are as long as one may be
     */
    static Map<String, Object> of(int waits) {
        return Map.of("waits", waits);
    }

    /** Sets them with others' statements, in one round trip. */
    static SqlBatch addTo(SqlBatch batch) {
        return batch.add(SET);
    }

    /** Sets a longer one for the lock on a table that no read and no write waits behind, in a transaction that holds nothing else. */
    static void setForTable(Connection connection) throws SQLException {
        new SqlBatch(Map.of()).add(SET_FOR_TABLE).run(connection);
    }
}
