package io.github.cleanstaletypes.flyway;

import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import io.github.cleanstaletypes.internal.lock.Polling;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * The advisory lock that Flyway holds on PostgreSQL while it applies a migration, taken by polling as Flyway takes it. Whoever has it
 * knows that nobody migrates by this schema history.
 */
final class FlywayLock implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** After this, whoever told Flyway to wait for ever waits within Flyway, which says so; without a cleaning. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Connection connection;
    private final long key;

    private FlywayLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /** Waits for it as long as Flyway would, but not for ever, and returns null if somebody else has it all that time. */
    static @Nullable FlywayLock take(Connection connection, Configuration configuration) throws SQLException {
        long key = SchemaHistory.lockKey(schema(connection, configuration), configuration.getTable());
        Polling polling = new Polling(wait(configuration.getLockRetryCount()), INTERVAL);
        while (!ask(
                connection, "/* clean-stale-types:try_flyway_lock */ SELECT pg_catalog.pg_try_advisory_lock(?)", key)) {
            if (!polling.again()) {
                return null;
            }
        }
        return new FlywayLock(connection, key);
    }

    @Override
    public void close() throws SQLException {
        ask(connection, "/* clean-stale-types:release_flyway_lock */ SELECT pg_catalog.pg_advisory_unlock(?)", key);
    }

    /** The schema of the history: by Flyway's configuration, or else the current one, which Flyway has set for its callbacks. */
    private static String schema(Connection connection, Configuration configuration) throws SQLException {
        String byDefault = configuration.getDefaultSchema();
        if (byDefault != null) {
            return byDefault;
        }
        return configuration.getSchemas().length > 0 ? configuration.getSchemas()[0] : connection.getSchema();
    }

    /** Flyway pauses a second between two tries; a negative count means for ever. */
    static Duration wait(int retries) {
        return retries < 0 ? LONGEST : Duration.ofSeconds(retries);
    }

    private static boolean ask(Connection connection, String sql, long key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
