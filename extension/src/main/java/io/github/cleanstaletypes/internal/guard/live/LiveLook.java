package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.SeenWait.Holder;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch.RowReader;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what a command's sessions do, and what they wait for. Each read is a transaction of its own: what others do is frozen within one. */
final class LiveLook {

    private static final SqlResource SESSIONS = SqlResource.named(LiveLook.class, "command_sessions.sql");
    private static final SqlResource WAITS = SqlResource.named(LiveLook.class, "command_waits.sql");

    private LiveLook() {}

    /** @param elapsed for how long the command has run */
    static List<CommandSession> sessions(Connection connection, GuardToken token, Duration elapsed)
            throws SQLException {
        List<CommandSession> sessions = new ArrayList<>();
        Map<String, Object> values =
                Map.of("token", token.text(), "look", token.text() + " guard", "elapsed", elapsed.toMillis());
        read(connection, values, SESSIONS, row -> sessions.add(session(row)));
        return sessions;
    }

    private static CommandSession session(ResultRow row) throws SQLException {
        return new CommandSession(
                row.getInt("pid"),
                row.getBoolean("certain"),
                row.getBoolean("may_wait"),
                row.getString("state"),
                row.getString("query"),
                time(row, "seconds"));
    }

    /** Who waits for whom, from these sessions on. */
    static LockQueueGraph queue(Connection connection, List<CommandSession> sessions) throws SQLException {
        List<QueuedBackend> backends = new ArrayList<>();
        List<String> pids = sessions.stream()
                .map(session -> Integer.toString(session.pid()))
                .toList();
        read(connection, Map.of("pids", pids), WAITS, row -> backends.add(backend(row)));
        return new LockQueueGraph(backends);
    }

    private static QueuedBackend backend(ResultRow row) throws SQLException {
        String lock = row.getString("mode");
        Duration waited = time(row, "waited");
        return new QueuedBackend(
                holder(row),
                pids(row.getString("behind")),
                lock,
                lock == null ? null : LockedObject.inWords(row),
                waited == null ? Duration.ZERO : waited,
                prepared(row),
                row.getBoolean("flyway"));
    }

    private static Holder holder(ResultRow row) throws SQLException {
        String state = row.getString("state");
        String query = row.getString("query");
        return new Holder(
                row.getInt("pid"),
                null,
                row.getString("role_name"),
                row.getString("application_name"),
                row.getBoolean("visible"),
                state == null ? row.getString("backend_type") : state,
                time(row, "seconds"),
                query == null ? null : QueryText.shown(query));
    }

    private static @Nullable Holder prepared(ResultRow row) throws SQLException {
        String gid = row.getString("gid");
        return gid == null
                ? null
                : new Holder(
                        null,
                        gid,
                        row.getString("gid_owner"),
                        null,
                        true,
                        "prepared",
                        time(row, "prepared_seconds"),
                        null);
    }

    private static List<Integer> pids(@Nullable String text) {
        return text == null || text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }

    private static @Nullable Duration time(ResultRow row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Times.ofSeconds(seconds);
    }

    private static void read(Connection connection, Map<String, ?> values, SqlResource sql, RowReader reader)
            throws SQLException {
        Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS.opening(values).add(sql, reader))
                    .runInBytes(c);
            return c;
        });
    }
}
