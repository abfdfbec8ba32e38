package io.github.cleanstaletypes.cli;

import static org.awaitility.Awaitility.await;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** What the server says of who is connected to a database, seen from another one. */
final class Sessions {

    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private Sessions() {}

    /** Until every session that was closed is gone: a backend ends a little later than its client. */
    static void awaitNone(TestDatabase database) {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(10)).until(() -> count(database, "true") == 0);
    }

    /** Until the command line's session is there and idle between two looks, or within one. */
    static void awaitOurs(TestDatabase database) {
        await().atMost(AT_MOST).pollInterval(Duration.ofMillis(10)).until(() -> count(database, OURS) == 1);
    }

    /** Ends the command line's session, as an administrator or a failover does. */
    static void endOurs(TestDatabase database) {
        database.queryTexts(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND "
                        + OURS);
    }

    private static final String OURS = "application_name = 'clean-stale-types'";

    private static long count(TestDatabase database, String which) throws SQLException {
        try (Connection connection = database.server().superuser().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND usesysid IS NOT NULL AND "
                                + which)) {
            statement.setString(1, database.name());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
