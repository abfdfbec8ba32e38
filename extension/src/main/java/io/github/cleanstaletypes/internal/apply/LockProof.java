package io.github.cleanstaletypes.internal.apply;

import java.sql.Connection;
import java.sql.SQLException;

/** Says why nobody can hold a lock row that a migration tool has left. No clock of a client's is such a reason. */
@FunctionalInterface
public interface LockProof {

    /** Tells whether it is still so, within the transaction that frees the row. */
    boolean stillHolds(Connection connection) throws SQLException;
}
