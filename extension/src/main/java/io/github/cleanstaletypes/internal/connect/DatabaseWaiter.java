package io.github.cleanstaletypes.internal.connect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Waits until a database answers a query.
 *
 * <p>Immutable, can be shared between threads if the listener can.
 */
public final class DatabaseWaiter {

    /** Hears of each attempt that failed, before the next one or the end. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Called in the thread that waits.
         *
         * @param elapsed since the first attempt began
         */
        void attemptFailed(ConnectionFailure failure, Duration elapsed);

        /** There is a connection, which is about to be asked whether the database answers; aborting it ends the attempt. */
        default void connected(Connection connection) {}
    }

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    /** Even an attempt at the very end of the wait gets this, or it could only time out. */
    private static final Duration SHORTEST_ATTEMPT = Duration.ofMillis(500);

    private final ConnectionSettings settings;
    private final Listener listener;

    public DatabaseWaiter(ConnectionSettings settings) {
        this(settings, (failure, elapsed) -> {});
    }

    /** With a listener that is told of each failed attempt. */
    public DatabaseWaiter(ConnectionSettings settings, Listener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Connects, again and again while that is worth it, until the database has answered {@code SELECT 1}.
     *
     * <p>A failure that waiting cannot mend, such as a wrong password, ends it at once. Each attempt is given up after
     * {@code connect_timeout} (by default ten seconds for each host) or at the end of the wait, whichever is first: at
     * whatever point of connecting, logging in and answering the server falls silent.
     *
     * @param limit how long to wait; zero means one attempt
     * @return the connection, in autocommit mode, which the caller closes
     * @throws DatabaseUnavailableException with the failure of the last attempt
     * @throws InterruptedException if the thread is interrupted, at the latest when the attempt ends
     */
    public Connection await(Duration limit) throws DatabaseUnavailableException, InterruptedException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            Duration remaining = limit.minusNanos(System.nanoTime() - start);
            ConnectionFailure failure;
            try {
                return attempt(limit.isZero() ? settings.timeout() : timeout(remaining));
            } catch (SQLException e) {
                // the driver wraps an interrupt, and leaves the flag set
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                failure = ConnectionFailure.of(e, settings);
            }
            Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
            listener.attemptFailed(failure, elapsed);
            remaining = limit.minus(elapsed);
            if (!failure.worthWaiting() || remaining.isNegative() || remaining.isZero()) {
                throw new DatabaseUnavailableException(settings, failure);
            }
            Thread.sleep(min(pause, remaining).toMillis());
            pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private Duration timeout(Duration remaining) {
        Duration bounded = min(settings.timeout(), remaining);
        return bounded.compareTo(SHORTEST_ATTEMPT) < 0 ? SHORTEST_ATTEMPT : bounded;
    }

    private Connection attempt(Duration timeout) throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Connection connection = settings.dataSource(timeout).getConnection();
        listener.connected(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("/* clean-stale-types:answers */ SELECT 1");
            connection.setNetworkTimeout(Runnable::run, settings.socketTimeoutMillis());
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
