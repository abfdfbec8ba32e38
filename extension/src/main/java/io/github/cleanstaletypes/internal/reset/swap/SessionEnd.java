package io.github.cleanstaletypes.internal.reset.swap;

import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Ends sessions in databases that are being renamed. Not thread-safe. */
final class SessionEnd {

    private static final SqlResource END_SESSIONS = SqlResource.named(SessionEnd.class, "end_sessions.sql");
    private static final long PAUSE_MILLIS = 20;

    private final Connection connection;
    private final Map<Integer, DatabaseSession> ended = new LinkedHashMap<>();

    SessionEnd(Connection connection) {
        this.connection = connection;
    }

    List<DatabaseSession> ended() {
        return List.copyOf(ended.values());
    }

    /**
     * Ends all that are there while the renaming waits for them, and until it is over.
     *
     * @return why it could not go on with that, or null; the renaming may succeed nevertheless
     */
    @Nullable
    SQLException until(Future<Void> renamed, Connection renaming, List<Long> databases) throws InterruptedException {
        try {
            Map<String, ?> values = Map.of(
                    "databases",
                    databases,
                    "renaming",
                    renaming.unwrap(PGConnection.class).getBackendPID());
            while (!renamed.isDone()) {
                end(values);
                pause(renamed);
            }
            return null;
        } catch (SQLException e) {
            return e;
        }
    }

    private void end(Map<String, ?> values) throws SQLException {
        List<DatabaseSession> found = new ArrayList<>();
        Transaction.CHANGE.batched(connection, c -> {
            Transaction.CHANGE
                    .opening(values)
                    .add(END_SESSIONS, row -> found.add(DatabaseSession.of(row)))
                    .run(AnyText.on(c));
            return c;
        });
        found.forEach(session -> ended.putIfAbsent(session.pid(), session));
    }

    private static void pause(Future<Void> renamed) throws InterruptedException {
        try {
            renamed.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // it still waits for somebody, or it is over, and who began it is told how
        }
    }
}
