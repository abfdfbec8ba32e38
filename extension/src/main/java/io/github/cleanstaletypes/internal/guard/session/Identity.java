package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.postgresql.jdbc.PgConnection;

/**
 * Which database a connection leads to, and whether through a pooler.
 *
 * @param database its oid
 * @param name its name
 * @param serverStarted when its server started: two servers never agree in that
 * @param inRecovery whether the server is a standby
 * @param pid the backend
 * @param pooled whether a pooler is between: the pid that the protocol's BackendKeyData gave is not the backend's
 */
public record Identity(long database, String name, String serverStarted, boolean inRecovery, int pid, boolean pooled) {

    private static final SqlResource IDENTITY = SqlResource.named(Identity.class, "identity.sql");
    private static final SqlResource SYSTEM_IDENTIFIER = SqlResource.named(Identity.class, "system_identifier.sql");
    private static final String UNKNOWN_CLUSTER = "00000000";

    /** Asks the server, in a transaction of its own. */
    public static Identity of(Connection connection) throws SQLException {
        int told = connection.unwrap(PgConnection.class).getBackendPID();
        List<Identity> found = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.READS
                    .opening(Map.of())
                    .add(IDENTITY, row -> found.add(of(row, told)))
                    .runInBytes(c);
            return found.get(0);
        });
    }

    private static Identity of(ResultRow row, int told) throws SQLException {
        return new Identity(
                row.getLong("oid"),
                row.getString("name"),
                row.getString("server_started"),
                row.getBoolean("in_recovery"),
                row.getInt("pid"),
                row.getInt("pid") != told);
    }

    /** Whether the other one is of the same database. */
    public boolean sameDatabase(Identity other) {
        return database == other.database && serverStarted.equals(other.serverStarted);
    }

    /** Eight hexadecimal digits that stand for the server's data, the same after a restart. */
    public static String cluster(Connection connection) throws SQLException {
        try {
            long system = Long.parseLong(Transaction.READS.run(
                    connection, c -> Objects.requireNonNull(SqlBatch.text(c, SYSTEM_IDENTIFIER, Map.of()))));
            return HexFormat.of().toHexDigits(Long.hashCode(system));
        } catch (SQLException e) {
            // everybody may call it unless an administrator took that away; what only resembles PostgreSQL has none
            if (Set.of(SqlStates.INSUFFICIENT_PRIVILEGE, SqlStates.UNDEFINED_FUNCTION)
                    .contains(SqlStates.of(e))) {
                return UNKNOWN_CLUSTER;
            }
            throw e;
        }
    }
}
