package io.github.cleanstaletypes.race;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import io.github.cleanstaletypes.testing.Wait;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Callable;

/**
 * Sees from another database what sessions do and which locks they wait for, so that it is no session of the database itself. Its methods
 * can be called from any thread.
 */
public final class Onlooker implements AutoCloseable {

    private final Connection connection;

    public Onlooker(PostgresServer server) throws SQLException {
        connection = server.superuser().getConnection();
    }

    /** Waits until the server shows this. */
    public void awaits(String what, Callable<Boolean> condition) {
        Wait.until(what, condition);
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
