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

    private Limits() {}

    static <T> T within(Connection connection, Transaction.Work<T> work) throws SQLException {
        new SqlBatch(Map.of()).add(SET).run(connection);
        return work.run(connection);
    }
}
