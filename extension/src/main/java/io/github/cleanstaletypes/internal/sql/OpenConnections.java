package io.github.cleanstaletypes.internal.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Connections that another thread can break off: an interrupt does not reach a thread that waits for an answer of the server. Can be shared
 * between threads.
 */
public final class OpenConnections {

    private final List<Connection> open = new ArrayList<>();
    private boolean aborted;

    /** Remembers a connection; after {@link #abort} it is broken off at once. */
    public Connection add(Connection connection) {
        synchronized (this) {
            if (!aborted) {
                open.removeIf(OpenConnections::isClosed);
                open.add(connection);
                return connection;
            }
        }
        abort(connection);
        return connection;
    }

    /** Breaks off all that are open, and all to come. */
    public void abort() {
        List<Connection> all;
        synchronized (this) {
            aborted = true;
            all = List.copyOf(open);
        }
        all.forEach(OpenConnections::abort);
    }

    /** Breaks one off; in a thread of its own, since closing a socket with TLS first waits for a write that is under way. */
    public static void abort(Connection connection) {
        try {
            connection.abort(work -> {
                Thread thread = new Thread(work, "abort");
                thread.setDaemon(true);
                thread.start();
            });
        } catch (SQLException e) {
            // it is closed
        }
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
