package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Rolls back an orphaned prepared transaction, which its owner or a superuser may do, outside any transaction. */
final class PreparedTransactions {

    private PreparedTransactions() {}

    static void rollBack(Connection connection, PreparedCreation finding) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        try {
            Ddl.rollBackPrepared(
                    connection, Objects.requireNonNull(finding.creator().gid()));
        } finally {
            connection.setAutoCommit(autoCommit);
        }
    }
}
