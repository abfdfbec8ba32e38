package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.lock.Polling;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.jdbc.PgConnection;

/** The sessions that a guard has opened besides its lock's: the server counts one for a moment after it is closed. Can be shared. */
final class ClosedSessions {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(20);

    private final List<String> pids = new ArrayList<>();

    synchronized void add(Connection connection) throws SQLException {
        pids.add(Integer.toString(connection.unwrap(PgConnection.class).getBackendPID()));
    }

    /** Waits until none of them is there any more; all are closed. */
    synchronized void awaitGone(LockSession lock) throws SQLException {
        Polling polling = new Polling(LONGEST, POLL);
        while (!pids.isEmpty() && lock.seesAny(pids) && polling.again()) {
            // one that does not end in this time is somebody else's with its number
        }
        pids.clear();
    }
}
