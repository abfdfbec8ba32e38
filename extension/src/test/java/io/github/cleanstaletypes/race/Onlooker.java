package io.github.cleanstaletypes.race;

import static org.awaitility.Awaitility.await;

import io.github.cleanstaletypes.apply.AdvisoryLock;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Sees from another database what sessions do and which locks they wait for, so that it is no session of the database itself. Its methods
 * can be called from any thread.
 */
public final class Onlooker implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Connection connection;

    public Onlooker(PostgresServer server) throws SQLException {
        connection = server.superuser().getConnection();
    }

    /** Waits until the server shows this. */
    public void awaits(String what, Callable<Boolean> condition) {
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(LONGEST_WAIT)
                .until(condition);
    }

    /** Waits until nobody is connected to the database: a session is still there for a moment after its client has closed it. */
    public void awaitsNobodyIn(TestDatabase database) {
        awaits("nobody is connected to " + database, () -> sessionsIn(database) == 0);
    }

    /** How many clients are connected to the database. */
    public long sessionsIn(TestDatabase database) throws SQLException {
        return number(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND usesysid IS NOT NULL", database.name());
    }

    /** Whether this session waits for a lock. */
    public boolean waitsForLock(int pid) throws SQLException {
        return number("SELECT count(*) FROM pg_locks WHERE pid = ? AND NOT granted", pid) > 0;
    }

    /** Whether anybody in this database waits for a lock, also one who is only coming and shows in no other view. */
    public boolean anybodyWaitsIn(TestDatabase database) throws SQLException {
        return number(
                        "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                + " WHERE d.datname = ? AND NOT l.granted",
                        database.name())
                > 0;
    }

    /** Whether this session is there. */
    public boolean knows(int pid) throws SQLException {
        return number("SELECT count(*) FROM pg_stat_activity WHERE pid = ?", pid) > 0;
    }

    /** How many sessions hold or await the cleaner's advisory lock in this database. */
    public long advisoryLocksIn(TestDatabase database) throws SQLException {
        return number(
                "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE l.locktype = 'advisory'"
                        + " AND d.datname = ? AND (l.classid::bigint << 32) + l.objid::bigint = ?",
                database.name(),
                AdvisoryLock.KEY);
    }

    /** Ends this session, and waits until it is gone. */
    public void ends(int pid) throws SQLException {
        number("SELECT pg_terminate_backend(?)::int", pid);
        awaits("session " + pid + " is gone", () -> !knows(pid));
    }

    /** The number that this query gives. */
    public synchronized long number(String query, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No row from " + query + " with " + Arrays.toString(parameters));
                }
                return row.getLong(1);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
