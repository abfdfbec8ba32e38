package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the session that holds the lock changes, as it was before.
 *
 * @param names the settings that this server knows
 * @param values their values, in the same order
 * @param lockless whether the session held no advisory lock
 * @param answerMillis how long an answer could take
 */
record FormerSettings(List<String> names, List<String> values, boolean lockless, int answerMillis) {

    /** Those of lock_session.sql, lock_session_limits.sql and application_name.sql. */
    private static final List<String> CHANGED = List.of(
            "application_name",
            "row_security",
            "tcp_keepalives_idle",
            "tcp_keepalives_interval",
            "tcp_keepalives_count",
            "statement_timeout",
            "lock_timeout",
            "transaction_timeout",
            "idle_session_timeout",
            "idle_in_transaction_session_timeout",
            "search_path");

    private static final SqlResource READ = SqlResource.named(FormerSettings.class, "former_settings.sql");
    private static final SqlResource LOCKS = SqlResource.named(FormerSettings.class, "own_advisory_locks.sql");
    private static final SqlResource SET_BACK = SqlResource.named(FormerSettings.class, "set_back.sql");

    static FormerSettings of(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        new SqlBatch(Map.of("names", CHANGED))
                .add(READ, row -> {
                    String value = row.getString("value");
                    // no server knows all of them
                    if (value != null) {
                        names.add(row.getString("name"));
                        values.add(value);
                    }
                })
                .run(connection);
        String locks =
                Transaction.READS.run(connection, c -> Objects.requireNonNull(SqlBatch.text(c, LOCKS, Map.of())));
        return new FormerSettings(names, values, locks.equals("0"), connection.getNetworkTimeout());
    }

    /**
     * Sets it back, and gives up the advisory locks that were taken since.
     *
     * @throws SQLException if that cannot be done
     */
    void setBack(Connection connection) throws SQLException {
        if (!lockless) {
            throw new SQLException("which of its advisory locks are to stay cannot be told");
        }
        new SqlBatch(Map.of("names", names, "values", values)).add(SET_BACK).run(connection);
        connection.setNetworkTimeout(Runnable::run, answerMillis);
    }
}
