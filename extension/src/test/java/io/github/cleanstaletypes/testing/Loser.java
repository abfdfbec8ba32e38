package io.github.cleanstaletypes.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The session that waits for another one, and fails when that commits. */
public final class Loser {

    /** What the other one does once this one waits. */
    public interface Winner {
        void win() throws SQLException;
    }

    private Loser() {}

    public static SQLException of(TestDatabase database, String sql, Winner winner)
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
            Wait.until("the loser waits for the winner", () -> database.sessions("wait_event_type = 'Lock'") == 1);
            winner.win();
            return Wait.forResult("the loser", failure);
        }
    }
}
