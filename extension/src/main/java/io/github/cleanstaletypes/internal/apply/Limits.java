package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps our waits so short that a migration is never the victim of a deadlock with us: whoever waits first for
 * {@code deadlock_timeout} looks for deadlocks and gives up, so each of our waits ends before that.
 */
final class Limits {

    private static final String SET = "SELECT pg_catalog.set_config('lock_timeout', least(200, greatest(1,"
            + " (SELECT s.setting::int FROM pg_catalog.pg_settings s WHERE s.name = 'deadlock_timeout') / 4))::text, true),"
            + " pg_catalog.set_config('statement_timeout', '30s', true),"
            + " pg_catalog.set_config('client_min_messages', 'error', true)";

    private Limits() {}

    static <T> T within(Connection connection, Transaction.Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SET)) {
            row.next();
        }
        return work.run(connection);
    }
}
