package io.github.cleanstaletypes.chaos.system;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The advisory lock that stops a migration which asks for it, for as long as this holds it. */
public final class Brake implements AutoCloseable {

    private static final int KEY = 4711;

    /** The statement by which a migration asks for it, and goes on at once when nobody holds it. */
    public static final String STATEMENT = "SELECT pg_catalog.pg_advisory_xact_lock_shared(" + KEY + ")";

    /** The same between transactions; what it takes then goes with the session. */
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
