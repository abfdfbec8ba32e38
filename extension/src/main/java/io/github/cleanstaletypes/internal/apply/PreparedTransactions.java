package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Rolls back an orphaned prepared transaction, which its owner or a superuser may do, outside any transaction. */
final class PreparedTransactions {

    private static final String AWAITED = "the rollback of a prepared transaction, which may have been made or not";

    private PreparedTransactions() {}

    static void rollBack(Connection connection, PreparedCreation finding) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(true);
        String gid = Objects.requireNonNull(finding.creator().gid());
        try {
            AnswerLimit.within(connection, AnswerLimit.LONGEST, AWAITED, c -> {
                Ddl.rollBackPrepared(c, gid);
                return gid;
            });
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(autoCommit);
            }
        }
    }
}
