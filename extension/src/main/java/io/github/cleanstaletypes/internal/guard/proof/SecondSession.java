package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.io.EOFException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A session that begins as those of the command will: with exactly their {@code application_name} and options in its first message to the
 * server.
 *
 * @param begun what of the command's environment it could begin with
 * @param refusal what was said to the rest; null if nothing was refused
 */
record SecondSession(
        Connection connection,
        CommandEnvironment begun,
        @Nullable String refusal) implements AutoCloseable {

    /** Whoever has a connection to spare gives it at once. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /**
     * Opens it; what is refused is left out.
     *
     * @throws SQLException if it cannot be opened, whatever is left out
     */
    static SecondSession open(GuardConnections sessions, ConnectionSettings to, CommandEnvironment wanted)
            throws SQLException, InterruptedException {
        SQLException first = null;
        for (CommandEnvironment less : wanted.lessAndLess()) {
            try {
                Connection connection = sessions.looks().open(to.beginningAs(less.name(), less.options()), LIMIT);
                return new SecondSession(connection, less, first == null ? null : said(first, to));
            } catch (SQLException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                first = first == null ? e : first;
                if (!mayBeRefusal(e)) {
                    throw first;
                }
            }
        }
        throw first == null ? new SQLException() : first;
    }

    /** Not for want of a connection, or of a right; a proxy may also just hang up. */
    private static boolean mayBeRefusal(SQLException e) {
        String state = SqlStates.of(e);
        boolean answered = e instanceof PSQLException psql && psql.getServerErrorMessage() != null;
        boolean other = state.startsWith("53") || state.startsWith("57P") || state.startsWith("28");
        return (answered && !other) || hungUp(e);
    }

    private static boolean hungUp(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof EOFException) {
                return true;
            }
        }
        return false;
    }

    private static String said(SQLException e, ConnectionSettings to) {
        ConnectionFailure failure = ConnectionFailure.of(e, to);
        return failure.serverSays().orElse(failure.summary()) + " (" + failure.sqlState() + ")";
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
