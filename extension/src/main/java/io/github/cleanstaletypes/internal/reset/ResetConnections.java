package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.connect.DatabaseWaiter;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Opens the sessions of a reset: in a maintenance database, which one stays in, and now and then one in another database. */
final class ResetConnections implements AutoCloseable {

    private final ConnectionSettings settings;
    private final Connection maintenance;
    private final ResetPlace place;
    private final List<Integer> former = new ArrayList<>();

    private ResetConnections(ConnectionSettings settings, Connection maintenance, ResetPlace place) {
        this.settings = settings;
        this.maintenance = maintenance;
        this.place = place;
    }

    /** Waits until the server answers, and connects to the first maintenance database that lets this role in. */
    static ResetConnections open(ResetRequest request, ResetListener listener)
            throws InterruptedException, SQLException {
        List<String> tried = new ArrayList<>();
        for (String name :
                request.name().equals("postgres") ? List.of("template1") : List.of("postgres", "template1")) {
            ConnectionSettings there = request.database().withDatabase(name);
            try {
                return checked(there, await(there, request.databaseWait(), listener));
            } catch (DatabaseUnavailableException e) {
                if (e.failure().worthWaiting()) {
                    throw e;
                }
                tried.add(name + ": " + e.failure());
            }
        }
        throw new ResetException(
                "a database cannot be renamed by a session in it, and no other one can be connected to: "
                        + String.join("; ", tried));
    }

    private static Connection await(ConnectionSettings there, Duration limit, ResetListener listener)
            throws DatabaseUnavailableException, InterruptedException {
        return new DatabaseWaiter(there, (failure, elapsed) -> {
                    if (failure.worthWaiting() && elapsed.compareTo(limit) < 0) {
                        listener.waitingForDatabase(failure, limit);
                    }
                })
                .await(limit);
    }

    private static ResetConnections checked(ConnectionSettings settings, Connection connection) throws SQLException {
        try {
            ResetPlace place = ResetPlace.of(connection);
            String wrong = wrong(place, settings);
            if (wrong != null) {
                throw new ResetException(wrong);
            }
            return new ResetConnections(settings, connection, place);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static @Nullable String wrong(ResetPlace place, ConnectionSettings settings) {
        if (place.pooled()) {
            return settings.source()
                    + " leads to a connection pooler, whose own sessions would be in the way, and which"
                    + " would lend ours to others; give the address of the server itself by --database-url";
        }
        if (place.inRecovery()) {
            return settings.source() + " leads to a standby, which takes no changes; reset needs the primary";
        }
        return place.readOnly()
                ? "the role's sessions are read-only (default_transaction_read_only), so nothing is changed"
                : null;
    }

    Connection maintenance() {
        return maintenance;
    }

    ResetPlace place() {
        return place;
    }

    /** One more session in the maintenance database. */
    Connection second() throws SQLException {
        return verified(settings, place.name(), place.oid());
    }

    /** A session in this database. */
    Connection in(SeenDatabase database) throws SQLException {
        return in(database.name(), database.oid());
    }

    /** A session in the database of this name and number. */
    Connection in(String name, long oid) throws SQLException {
        Connection connection = verified(settings.withDatabase(name), name, oid);
        former.add(connection.unwrap(PGConnection.class).getBackendPID());
        return connection;
    }

    /** The backends of the sessions in other databases; each is still there for a moment after it was closed. */
    List<Integer> former() {
        return List.copyOf(former);
    }

    private Connection verified(ConnectionSettings there, String name, long oid) throws SQLException {
        Connection connection = connected(there);
        try {
            ResetPlace found = ResetPlace.of(connection);
            if (!found.sameServer(place) || found.oid() != oid || !found.name().equals(name)) {
                throw new ResetException(there.source() + " does not lead to one server each time: a session in \""
                        + name + "\" has come to another place");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static Connection connected(ConnectionSettings there) throws SQLException {
        try {
            return there.dataSource().getConnection();
        } catch (SQLException e) {
            throw new ResetException(
                    "database \"" + there.database() + "\" cannot be connected to: " + ConnectionFailure.of(e, there));
        }
    }

    @Override
    public void close() {
        try {
            maintenance.close();
        } catch (SQLException e) {
            // the session is gone, which is all that was wanted
        }
    }
}
