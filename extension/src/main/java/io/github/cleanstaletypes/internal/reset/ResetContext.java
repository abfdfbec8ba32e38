package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.reset.look.DatabaseLook;
import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.reset.state.ResetNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What all steps of a reset need. */
record ResetContext(ResetRequest request, ResetConnections connections, ResetListener listener) {

    private static final Duration GOODBYE = Duration.ofSeconds(5);
    private static final Duration INTERVAL = Duration.ofMillis(10);

    Connection maintenance() {
        return connections.maintenance();
    }

    ResetNames names() {
        return new ResetNames(request.name());
    }

    String quotedName() {
        return quoted(request.name());
    }

    static String quoted(String name) {
        return "\"" + name + "\"";
    }

    void step(String line) {
        listener.step(line);
    }

    /** Who is connected to them besides this reset. */
    List<DatabaseSession> sessions(List<Long> databases) throws SQLException {
        return DatabaseLook.sessions(maintenance(), databases).stream()
                .filter(session -> !connections.former().contains(session.pid()))
                .toList();
    }

    /** Waits until this reset's own sessions in other databases are gone: a backend is still there when its client has hung up. */
    void awaitOwnSessionsGone(List<Long> databases) throws SQLException {
        Polling polling = new Polling(GOODBYE, INTERVAL);
        List<DatabaseSession> own;
        do {
            own = new ArrayList<>(DatabaseLook.sessions(maintenance(), databases));
            own.removeIf(session -> !connections.former().contains(session.pid()));
        } while (!own.isEmpty() && polling.again());
    }
}
