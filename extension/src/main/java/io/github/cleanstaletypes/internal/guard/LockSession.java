package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The session that holds the lock, on a connection of its own: as long as it lives, no second guard gets the lock. Its methods can be
 * called from several threads, one at a time.
 */
final class LockSession implements AutoCloseable {

    private static final SqlResource FENCE = SqlResource.named(LockSession.class, "fence.sql");

    /**
     * No limit of the user's may end it, and the server is to notice within half a minute that this host has vanished. Keepalives are
     * ignored where there is no TCP, or no such setting (manual section 20.3.2).
     */
    private static final String OWN_SETTINGS =
            "SELECT pg_catalog.set_config('search_path', 'pg_catalog, pg_temp', false),"
                    + " pg_catalog.set_config('statement_timeout', '0', false),"
                    + " pg_catalog.set_config('lock_timeout', '0', false),"
                    + " pg_catalog.set_config('idle_session_timeout', '0', false),"
                    + " pg_catalog.set_config('tcp_keepalives_idle', '10', false),"
                    + " pg_catalog.set_config('tcp_keepalives_interval', '5', false),"
                    + " pg_catalog.set_config('tcp_keepalives_count', '4', false)";

    private final Connection connection;
    private final Identity identity;
    private final GuardToken token;

    private LockSession(Connection connection, Identity identity, GuardToken token) {
        this.connection = connection;
        this.identity = identity;
        this.token = token;
    }

    /** Makes this connection, in autocommit mode, a lock session; it is closed with it. */
    static LockSession on(Connection connection, Duration answer) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(answer.toMillis()));
        execute(connection, OWN_SETTINGS);
        Identity identity = Identity.of(connection);
        GuardToken token = GuardToken.create(identity.database(), Identity.cluster(connection));
        try (PreparedStatement name =
                connection.prepareStatement("SELECT pg_catalog.set_config('application_name', ?, false)")) {
            name.setString(1, token.holderName());
            name.execute();
        }
        return new LockSession(connection, identity, token);
    }

    Identity identity() {
        return identity;
    }

    GuardToken token() {
        return token;
    }

    synchronized boolean tryLock() throws SQLException {
        return AdvisoryLock.tryForSession(connection);
    }

    synchronized Optional<LockHolder> holder() throws SQLException {
        return AdvisoryLock.holder(connection);
    }

    /**
     * Ends the sessions of other guards' commands in this database, as far as this role may; a session that was told to end is still
     * there for a moment.
     *
     * @param ownToo whether this guard's own command's are ended too
     * @return all that are there
     */
    synchronized List<FencedSession> fence(boolean ownToo) throws SQLException {
        List<FencedSession> found = new ArrayList<>();
        new SqlBatch(Map.of("prefix", token.prefix(), "own", ownToo ? "" : token.text()))
                .add(
                        FENCE,
                        row -> found.add(new FencedSession(
                                row.getInt("pid"),
                                row.getString("database"),
                                row.getString("role_name"),
                                row.getString("application_name"),
                                row.getBoolean("may"))))
                .run(connection);
        return found;
    }

    /** Whether a session of this server can be told to look after its client; not on every system (manual section 20.3.3). */
    synchronized boolean looksAfterClients() throws SQLException {
        try {
            execute(connection, "SELECT pg_catalog.set_config('client_connection_check_interval', '1s', true)");
            return true;
        } catch (SQLException e) {
            if (Set.of(SqlStates.INVALID_PARAMETER_VALUE, SqlStates.UNDEFINED_OBJECT)
                    .contains(SqlStates.of(e))) {
                return false;
            }
            throw e;
        }
    }

    /** Gives the lock back, if it is still there to be given back. */
    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
