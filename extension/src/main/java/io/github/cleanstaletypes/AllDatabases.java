package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.EachDatabase;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.DatabaseReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Every database of a server that takes connections, templates left out.
 *
 * <pre>{@code
 * List<DatabaseReport> reports = AllDatabases.of(connection, name -> connectTo(name))
 *         .each((database, types) -> types.claiming("accounts_user").clean());
 * }</pre>
 *
 * <p>Immutable, can be shared between threads if the connector can.
 */
public final class AllDatabases {

    /** Connects to one database of the server, by its name. */
    @FunctionalInterface
    public interface Connector {
        Connection connect(String database) throws SQLException;
    }

    /** What is done in each database; by several threads at a time. */
    @FunctionalInterface
    public interface Work {
        CleanupReport in(String database, StaleTypes types);
    }

    private final EachDatabase databases;

    private AllDatabases(EachDatabase databases) {
        this.databases = databases;
    }

    /**
     * Asks the server which databases it has.
     *
     * @param any a connection to one of them; it is not needed any more afterwards, and while it is open it counts there as a session
     *     that may be about to use a type
     * @param connector is asked for a connection to each, which is closed after the run there; by several threads at a time
     */
    public static AllDatabases of(Connection any, Connector connector) throws SQLException {
        return new AllDatabases(EachDatabase.of(any, connector::connect));
    }

    /** The names of the databases, in alphabetical order. */
    public List<String> names() {
        return databases.names();
    }

    /**
     * Does this in each database, in a few at a time, and goes on past one where that fails.
     *
     * @return a report for each database, in the order of their names
     */
    public List<DatabaseReport> each(Work work) {
        try {
            return databases.each((name, cleaner) -> run(work, name, cleaner));
        } catch (RunFailedException e) {
            throw new StaleTypesException(e);
        }
    }

    private static CleanupReport run(Work work, String name, Cleaner cleaner) {
        try {
            return work.in(name, new StaleTypes(cleaner));
        } catch (StaleTypesException e) {
            throw new RunFailedException(String.valueOf(e.getMessage()), e.getCause(), e.serverVersion(), e.done());
        }
    }
}
