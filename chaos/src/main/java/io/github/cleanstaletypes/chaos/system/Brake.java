package io.github.cleanstaletypes.chaos.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A brake holds an advisory lock, and so stops each migration that asks for the lock. */
public final class Brake implements AutoCloseable {

    private static final int KEY = 4711;

    /** A migration asks for the lock by this statement, and goes on at once when nobody holds it. */
    public static final String STATEMENT = "SELECT pg_catalog.pg_advisory_xact_lock_shared(" + KEY + ")";

    /** A migration that is between transactions asks by this one; what it takes goes with its session. */
    public static final String STATEMENT_BETWEEN_TRANSACTIONS =
            "SELECT pg_catalog.pg_advisory_lock_shared(" + KEY + ")";

    private final Connection session;

    private Brake(Connection session) {
        this.session = session;
    }

    /** Stops the migrations of this database at their brake. */
    public static Brake on(Database database) {
        Connection session = database.connect(Database.OBSERVER);
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT pg_catalog.pg_advisory_lock(" + KEY + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot stop the migration", e);
        }
        return new Brake(session);
    }

    /** Lets the migrations run on; a second time changes nothing. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot let the migration run on", e);
        }
    }
}
