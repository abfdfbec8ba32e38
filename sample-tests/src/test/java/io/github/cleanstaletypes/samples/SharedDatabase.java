package io.github.cleanstaletypes.samples;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import javax.sql.DataSource;

/**
 * Stands for a database that a team shares for its tests: in each one that it makes, an earlier run has left a stale type, whose name a
 * migration wants to have. The databases go when the JVM ends, with their server.
 */
public final class SharedDatabase {

    private final TestDatabase database;

    private SharedDatabase(TestDatabase database) {
        this.database = database;
    }

    /** A database in which the enum {@code accounts_user} is stale. */
    public static SharedDatabase open() {
        TestDatabase database = PostgresServer.of("18.6").createDatabase();
        database.execute("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");
        return new SharedDatabase(database);
    }

    public DataSource dataSource() {
        return database.dataSource();
    }

    public String url() {
        return database.jdbcUrl();
    }
}
