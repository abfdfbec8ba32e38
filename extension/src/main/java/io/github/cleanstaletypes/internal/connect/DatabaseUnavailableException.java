package io.github.cleanstaletypes.internal.connect;

import java.sql.SQLException;

/**
 * The database did not answer in time, or for a reason that waiting does not help.
 *
 * <p>It has no cause: what the driver says may hold what a server sent.
 */
public final class DatabaseUnavailableException extends SQLException {

    private static final long serialVersionUID = 1L;

    private final transient ConnectionFailure failure;

    DatabaseUnavailableException(ConnectionSettings settings, ConnectionFailure failure) {
        super("Could not connect to " + settings.describe() + ": " + failure, failure.sqlState());
        this.failure = failure;
    }

    /** The failure of the last attempt. */
    public ConnectionFailure failure() {
        return failure;
    }
}
