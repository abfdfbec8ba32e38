package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.run.SupportedServer;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * A data source of somebody else's, most often a pool. What it lends is given back as it was. A pool may let its borrowers wait for ever, and
 * not listen to an interrupt: so a thread of its own asks it. Can be shared between threads if the data source can.
 */
public final class Pool implements ConnectionSource {

    private static final Duration PAUSE = Duration.ofMillis(250);

    /** Opening a session takes milliseconds, and on a busy machine its time. */
    private static final Duration SHORTEST = Duration.ofSeconds(2);

    private static final String NEEDED = "a guard needs one for the lock, besides those of the command";

    private final DataSource dataSource;
    private final Duration limit;

    /** @param limit how long to wait for one connection */
    public Pool(DataSource dataSource, Duration limit) {
        this.dataSource = dataSource;
        this.limit = limit.compareTo(SHORTEST) < 0 ? SHORTEST : limit;
    }

    @Override
    public Connection await(Duration atMost, OpenConnections open, Narrator narrator) throws InterruptedException {
        Polling polling = new Polling(atMost, PAUSE);
        while (true) {
            try {
                return open.add(lent());
            } catch (SQLException e) {
                ConnectionFailure failure = ConnectionFailure.of(e);
                if (!failure.worthWaiting() || !polling.again()) {
                    if (Thread.interrupted()) {
                        throw new InterruptedException();
                    }
                    throw new GuardException("could not connect to the database: " + ErrorLine.of(e));
                }
                narrator.waitingForDatabase(failure, atMost);
            }
        }
    }

    @Override
    public Connection connect() throws SQLException {
        try {
            return lent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        } catch (GuardException e) {
            throw new SQLException(e.getMessage(), e);
        }
    }

    private Connection lent() throws InterruptedException, SQLException {
        Connection connection = asked();
        if (connection == null) {
            throw new GuardException("the data source has given no connection within " + limit.toMillis() / 1000.0
                    + " s: is its pool used up, or smaller than 2? Of its connections " + NEEDED);
        }
        return session(connection);
    }

    private static Connection session(Connection connection) throws SQLException {
        try {
            SupportedServer.require(connection.getMetaData());
            return LentSession.of(connection);
        } catch (SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Null if there is none in time; one that comes later goes back at once. */
    private @Nullable Connection asked() throws InterruptedException, SQLException {
        CompletableFuture<Connection> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> ask(answer), "clean-stale-types-connect");
        asking.setDaemon(true);
        asking.start();
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException failure
                    ? failure
                    : new SQLException("the data source failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            return null;
        } finally {
            if (answer.cancel(true)) {
                asking.interrupt();
            }
        }
    }

    private void ask(CompletableFuture<Connection> answer) {
        try {
            Connection connection = dataSource.getConnection();
            if (!answer.complete(connection)) {
                connection.close();
            }
        } catch (SQLException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /** Takes a second one for a moment: a pool of one would stand still with the lock taken. */
    @Override
    public Connection forLock(Connection connection) throws InterruptedException, SQLException {
        try (Connection second = lent()) {
            if (pid(second) == pid(connection)) {
                throw new GuardException("the data source gives the same connection again; " + NEEDED);
            }
        } catch (SQLException e) {
            throw new GuardException("the data source gives no second connection (" + ErrorLine.of(e) + "); " + NEEDED);
        }
        return LentSession.changing(connection);
    }

    private static int pid(Connection connection) throws SQLException {
        return connection.unwrap(PgConnection.class).getBackendPID();
    }

    @Override
    public boolean own() {
        return false;
    }

    @Override
    public String source() {
        return "the data source";
    }

    @Override
    public String wayAroundPooler() {
        return "give a data source that leads straight to the server";
    }
}
