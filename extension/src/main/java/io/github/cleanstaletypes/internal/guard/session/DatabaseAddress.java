package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.connect.DatabaseWaiter;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.jdbc.PgConnection;

/** An address to connect to: each connection is a new session of the guard's own. Immutable. */
record DatabaseAddress(ConnectionSettings settings) implements ConnectionSource {

    @Override
    public Connection await(Duration limit, OpenConnections open, Narrator narrator)
            throws DatabaseUnavailableException, InterruptedException, SQLException {
        long start = System.nanoTime();
        Connection connection = new DatabaseWaiter(settings, new DatabaseWaiter.Listener() {
                    @Override
                    public void attemptFailed(ConnectionFailure failure, Duration elapsed) {
                        if (failure.worthWaiting() && elapsed.compareTo(limit) < 0) {
                            narrator.waitingForDatabase(failure, limit);
                        }
                    }

                    @Override
                    public void connected(Connection connection) {
                        open.add(connection);
                    }
                })
                .await(limit);
        unnamed(connection);
        narrator.step(settings.describe() + " answers", Narrator.since(start));
        return connection;
    }

    @Override
    public Connection connect() throws SQLException {
        Connection connection = settings.dataSource().getConnection();
        unnamed(connection);
        return connection;
    }

    /** Connects to such an address, and gives up after this time. */
    static Connection connect(ConnectionSettings to, Duration limit) throws SQLException {
        Connection connection = to.dataSource(limit).getConnection();
        unnamed(connection);
        return connection;
    }

    /** The driver gives even COMMIT a name on the server, which behind a pooler may be another client's already. */
    private static void unnamed(Connection connection) throws SQLException {
        connection.unwrap(PgConnection.class).setPrepareThreshold(0);
    }

    @Override
    public Connection forLock(Connection connection) {
        return connection;
    }

    @Override
    public boolean own() {
        return true;
    }

    @Override
    public String source() {
        return settings.source();
    }

    @Override
    public String wayAroundPooler() {
        return "give the address of the server itself by --lock-url postgresql://USER@SERVER:5432/"
                + settings.database();
    }
}
