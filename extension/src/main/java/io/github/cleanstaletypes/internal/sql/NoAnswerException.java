package io.github.cleanstaletypes.internal.sql;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.time.Duration;
import org.postgresql.util.PSQLState;

/**
 * The server has not answered within the {@link AnswerLimit}, and the driver has given the connection up. Its SQLSTATE is that of a
 * connection that broke (08006, manual, appendix A).
 */
public final class NoAnswerException extends SQLException {

    private static final long serialVersionUID = 1L;

    /** A chain of causes that goes in circles must not hold us up. */
    private static final int MAX_DEPTH = 20;

    NoAnswerException(String awaited, Duration limit, SQLException cause) {
        super(
                "the server has not answered within " + inWords(limit) + " (" + awaited + ")",
                PSQLState.CONNECTION_FAILURE.getState(),
                cause);
    }

    /** Whether this is what the driver throws when a read has taken too long. */
    static boolean isMeantBy(SQLException e) {
        Throwable cause = e;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (cause instanceof SocketTimeoutException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String inWords(Duration limit) {
        boolean whole = limit.toMillis() % 1000 == 0;
        return (whole ? Long.toString(limit.toSeconds()) : Double.toString(limit.toMillis() / 1000.0)) + " s";
    }
}
