package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a session has of the environment that it began with.
 *
 * @param applicationName what it is called
 * @param checkInterval how often the server looks after its client; null if it knows no such setting
 * @param lockTimeout how long a statement waits for a lock, in milliseconds; 0 for ever
 * @param version how the server calls itself
 */
record Arrived(String applicationName, @Nullable String checkInterval, String lockTimeout, String version) {

    private static final SqlResource ARRIVED = SqlResource.named(Arrived.class, "arrived.sql");

    static Arrived in(Connection connection) throws SQLException {
        List<Arrived> found = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS
                            .opening(Map.of())
                            .add(
                                    ARRIVED,
                                    row -> found.add(new Arrived(
                                            row.getString("application_name"),
                                            row.getString("check_interval"),
                                            row.getString("lock_timeout"),
                                            row.getString("version")))))
                    .runInBytes(c);
            return found.get(0);
        });
    }

    /** That environment without what has not arrived. */
    CommandEnvironment of(CommandEnvironment begun) {
        String token = begun.token().text();
        boolean name = applicationName.equals(token) || applicationName.startsWith(token + " ");
        boolean watched = !begun.watched() || CommandEnvironment.CHECK_INTERVAL.equals(checkInterval);
        Duration limit = begun.lockTimeout();
        boolean limited = limit == null || lockTimeout.equals(Long.toString(limit.toMillis()));
        return begun.with(begun.named() && name, watched && limited);
    }
}
