package io.github.cleanstaletypes;

import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The session that waits for another one, and fails when that commits. */
final class Loser {

    /** What the other one does once this one waits. */
    interface Winner {
        void win() throws SQLException;
    }

    private Loser() {}

    static SQLException of(TestDatabase database, String sql, Winner winner)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            CompletableFuture<SQLException> failure = CompletableFuture.supplyAsync(() -> {
                try {
                    statement.execute(sql);
                    throw new AssertionError("It succeeded: " + sql);
                } catch (SQLException e) {
                    return e;
                }
            });
            Wait.until(
                    "the loser waits for the winner",
                    () -> "1"
                            .equals(database.queryText("SELECT count(*) FROM pg_stat_activity WHERE datname ="
                                    + " current_database() AND wait_event_type = 'Lock'")));
            winner.win();
            return Wait.forResult("the loser", failure);
        }
    }
}
