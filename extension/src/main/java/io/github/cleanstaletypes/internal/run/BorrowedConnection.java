package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.LockTimeoutException;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.internal.sql.OtherProduct;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** The connection that a run borrows; makes sure that a server of ours is behind it, and puts what goes wrong into words. */
final class BorrowedConnection {

    /** What is done with the connection. */
    interface Work<T> {
        T with(Connection connection, Progress recorder) throws SQLException;
    }

    private final Supplier<Connection> source;
    private final boolean givenBack;

    private BorrowedConnection(Supplier<Connection> source, boolean givenBack) {
        this.source = source;
        this.givenBack = givenBack;
    }

    /** Opens a connection. */
    interface Opener {
        Connection open() throws SQLException;
    }

    /** A connection of its own for each run. */
    static BorrowedConnection from(Opener opener) {
        return new BorrowedConnection(() -> connect(opener), true);
    }

    /** This connection, which stays open. */
    static BorrowedConnection on(Connection connection) {
        return new BorrowedConnection(() -> connection, false);
    }

    /** Runs the work on a connection. */
    <T> T run(Settings settings, Work<T> work) {
        if (!givenBack) {
            return run(source.get(), settings, work);
        }
        try (Connection connection = source.get()) {
            return run(connection, settings, work);
        } catch (SQLException e) {
            throw new RunFailedException("the connection could not be given back: " + words(e));
        }
    }

    private static <T> T run(Connection connection, Settings settings, Work<T> work) {
        Recorder recorder = new Recorder(settings.progress());
        String version = "";
        try {
            DatabaseMetaData server = connection.getMetaData();
            SupportedServer.requirePostgres(server);
            version = server.getDatabaseProductVersion().split(" ", 2)[0];
            DriverSettings driver = DriverSettings.settle(connection);
            try {
                SupportedServer.requireVersion(server, () -> OtherProduct.behind(connection));
                return inAnyText(connection, recorder, work);
            } catch (SQLException e) {
                throw otherProduct(connection, e);
            } finally {
                driver.setBack();
            }
        } catch (LockTimeoutException e) {
            throw new RunFailedException(OneLine.of(String.valueOf(e.getMessage())), e, version, recorder.done());
        } catch (UncheckedIOException e) {
            // whoever is told of each change could not keep what undoes it
            String why =
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage());
            throw new RunFailedException(why, e, version, recorder.done());
        } catch (SQLException e) {
            throw new RunFailedException(words(e), e, version, recorder.done());
        }
    }

    /** What another product refuses, it refuses for being one. */
    private static SQLException otherProduct(Connection connection, SQLException e) {
        if (SqlStates.connectionLost(e) || SqlStates.of(e).equals(SqlStates.FEATURE_NOT_SUPPORTED)) {
            return e;
        }
        return OtherProduct.behind(connection)
                .map(product -> new SQLException(product.inWords(), SqlStates.FEATURE_NOT_SUPPORTED, e))
                .orElse(e);
    }

    /** Bytes that are no text make the server fail: then all is read once more, in a form that cannot. */
    private static <T> T inAnyText(Connection connection, Recorder recorder, Work<T> work) throws SQLException {
        try {
            return work.with(connection, recorder);
        } catch (SQLException e) {
            if (!AnyText.wouldHelp(e) || recorder.started) {
                throw e;
            }
            return work.with(AnyText.on(connection), recorder);
        }
    }

    private static Connection connect(Opener opener) {
        try {
            return opener.open();
        } catch (SQLException e) {
            throw new RunFailedException("could not connect to the database: " + words(e));
        }
    }

    private static String words(SQLException e) {
        return (SqlStates.connectionLost(e) ? "the connection was lost: " : "") + ErrorLine.of(e);
    }

    /** Passes progress on, and remembers what was done: a run that breaks off must not keep its undo to itself. */
    private static final class Recorder implements Progress {

        private final Progress listener;
        private final List<Result> done = new ArrayList<>();
        private boolean started;

        Recorder(Progress listener) {
            this.listener = listener;
        }

        List<Result> done() {
            return done.stream().filter(result -> result.outcome().healed()).toList();
        }

        @Override
        public void waitingForCreators(List<Creator> creators, Duration atMost) {
            listener.waitingForCreators(creators, atMost);
        }

        @Override
        public void waitingForWriters(List<Creator> writers, Duration atMost) {
            listener.waitingForWriters(writers, atMost);
        }

        @Override
        public void waitingForLock(List<LockHolder> holders, Duration atMost) {
            listener.waitingForLock(holders, atMost);
        }

        @Override
        public void waitingForQuiet(Duration length) {
            listener.waitingForQuiet(length);
        }

        @Override
        public void probed(Probe probe) {
            listener.probed(probe);
        }

        @Override
        public void preparing(List<Step> steps) {
            started = true;
            listener.preparing(steps);
        }

        @Override
        public void starting(Step step) {
            started = true;
            listener.starting(step);
        }

        @Override
        public void done(Result result) {
            done.add(result);
            listener.done(result);
        }
    }
}
