package io.github.cleanstaletypes.internal.run;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PgConnection;

/**
 * The driver's settings of a borrowed connection that would change what our statements do, and its state: known to the driver, without
 * asking the server.
 */
public final class DriverSettings {

    private final PgConnection connection;
    private final AutoSave autoSave;
    private final int prepareThreshold;
    private final boolean forceBinary;

    private DriverSettings(PgConnection connection) {
        this.connection = connection;
        this.autoSave = connection.getAutosave();
        this.prepareThreshold = connection.getPrepareThreshold();
        this.forceBinary = connection.getForceBinary();
    }

    /**
     * Makes the connection ready for our statements: a savepoint of the driver's for each would not outlive those that end a
     * transaction, preparing them on the server would take a snapshot before their transaction has its isolation level,
     * and behind a pooler the next server would not have them.
     *
     * @throws RunFailedException if a transaction is open on it, or failed; nothing is sent then, and the transaction is as it was
     * @throws SQLException if it is no connection of pgjdbc
     */
    public static DriverSettings settle(Connection connection) throws SQLException {
        PgConnection driver = connection.unwrap(PgConnection.class);
        if (driver.getTransactionState() != TransactionState.IDLE) {
            throw new RunFailedException("the connection is within a transaction"
                    + (driver.getTransactionState() == TransactionState.FAILED ? ", which has failed" : "")
                    + ": commit it or roll it back first, or give a connection of its own. Nothing was sent, and the transaction is"
                    + " as it was");
        }
        DriverSettings settings = new DriverSettings(driver);
        driver.setAutosave(AutoSave.NEVER);
        driver.setPrepareThreshold(0);
        driver.setForceBinary(false);
        return settings;
    }

    /** Gives the connection its own settings back. */
    public void setBack() {
        connection.setAutosave(autoSave);
        connection.setPrepareThreshold(prepareThreshold);
        connection.setForceBinary(forceBinary);
    }
}
