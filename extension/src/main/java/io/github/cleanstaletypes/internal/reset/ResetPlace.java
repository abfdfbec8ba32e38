package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Where a session is. Immutable.
 *
 * @param oid the database's number
 * @param name its name
 * @param serverStarted when the server was started, which tells it from others
 * @param inRecovery whether it is a standby
 * @param readOnly whether the session takes no changes
 * @param version the server's version
 * @param pid the session's backend
 * @param pooled whether a pooler is in between: then the protocol told another backend
 */
record ResetPlace(
        long oid,
        String name,
        String serverStarted,
        boolean inRecovery,
        boolean readOnly,
        String version,
        int pid,
        boolean pooled) {

    private static final SqlResource PLACE = SqlResource.named(ResetPlace.class, "session_place.sql");
    private static final SqlResource SESSION = SqlResource.named(ResetPlace.class, "reset_session.sql");
    private static final SqlResource LIMITS = SqlResource.named(ResetPlace.class, "reset_session_limits.sql");

    /** Asks, in a transaction of its own; then sets the session up, unless a pooler would give it to somebody else. */
    static ResetPlace of(Connection connection) throws SQLException {
        int told = connection.unwrap(PGConnection.class).getBackendPID();
        List<ResetPlace> places = new ArrayList<>();
        Transaction.READS.batched(connection, c -> {
            Transaction.READS
                    .opening(Map.of())
                    .add(PLACE, row -> places.add(of(row, told)))
                    .run(AnyText.on(c));
            return c;
        });
        ResetPlace place = places.get(0);
        if (!place.pooled()) {
            new SqlBatch(Map.of()).add(SESSION).add(LIMITS).run(connection);
        }
        return place;
    }

    private static ResetPlace of(ResultRow row, int told) throws SQLException {
        return new ResetPlace(
                row.getLong("oid"),
                row.getString("name"),
                row.getString("server_started"),
                row.getBoolean("in_recovery"),
                row.getBoolean("read_only"),
                row.getString("version"),
                row.getInt("pid"),
                row.getInt("pid") != told);
    }

    /** Whether the other session is on the same server, which has not been restarted in between. */
    boolean sameServer(ResetPlace other) {
        return serverStarted.equals(other.serverStarted);
    }
}
