package io.github.cleanstaletypes.chaos.interrupted;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** The advisory lock that makes the migration {@code V2__big.sql} slow for as long as a session holds it. */
final class Brake implements AutoCloseable {

    private final Connection session;

    private Brake(Connection session) {
        this.session = session;
    }

    /** Slows that migration down in this database. */
    static Brake on(TestDatabase database) {
        Connection session = database.connect();
        try (Statement statement = session.createStatement()) {
            statement.execute("SELECT pg_catalog.pg_advisory_lock(4711)");
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot slow the migration down", e);
        }
        return new Brake(session);
    }

    /** Lets the migration run to its end. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot let the migration run on", e);
        }
    }
}
