package io.github.cleanstaletypes.chaos.system;

import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database on a server of this machine is reached as its superuser; its maker drops it. Immutable, and each call
 * uses its own connection.
 *
 * @param ports the server's port on localhost, or that of a proxy before it; of several servers the primary is meant, whichever that is
 */
public record Database(List<Integer> ports, String name) {

    /** The sessions of this program have this name on the server. */
    public static final String OBSERVER = "chaos";

    public Database {
        ports = List.copyOf(ports);
    }

    /** Takes the database of this name on one server. */
    public Database(int port, String name) {
        this(List.of(port), name);
    }

    /** Takes a database of the tests for one of this program. */
    public static Database of(TestDatabase database) {
        return new Database(database.server().port(), database.name());
    }

    /** Returns the same database behind another port. */
    public Database through(int otherPort) {
        return new Database(otherPort, name);
    }

    /** Returns the same database, on whichever server of these is the primary. */
    public Database reachedAt(List<Integer> others) {
        return new Database(others, name);
    }

    /** Returns the port to connect to; of several servers that of the one which is the primary now. */
    public int port() {
        return ports.size() == 1 ? ports.get(0) : Integer.parseInt(queryText("SELECT pg_catalog.inet_server_port()"));
    }

    /** Returns another database of the same server. */
    public Database sibling(String otherName) {
        return new Database(ports, otherName);
    }

    /** Returns its URL, user included, for a program with this {@code application_name}: letters and digits. */
    public String jdbcUrl(String application) {
        String hosts = ports.stream().map(one -> "localhost:" + one).collect(Collectors.joining(","));
        // the driver remembers for ten seconds which server was a standby
        String primary = ports.size() == 1 ? "" : "&targetServerType=primary&hostRecheckSeconds=0";
        return "jdbc:postgresql://%s/%s?user=%s&ApplicationName=%s%s"
                .formatted(hosts, name, PostgresServer.SUPERUSER, application, primary);
    }

    /** Connects as {@link #OBSERVER}. */
    public PGSimpleDataSource dataSource() {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(OBSERVER));
        return dataSource;
    }

    /** Opens a new session, in autocommit mode. */
    public Connection connect(String application) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl(application));
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect to " + name + " (" + e.getSQLState() + ")", e);
        }
    }

    /** Runs each of these in its own transaction, all in one session. */
    public void execute(String... statements) {
        try (Connection connection = connect(OBSERVER);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw failed(sql, e);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The session was lost", e);
        }
    }

    /** Returns the first column of each row, in the order of the query. */
    public List<@Nullable String> queryTexts(String query) {
        try (Connection connection = connect(OBSERVER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<@Nullable String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    /** Returns the first column of the first row; the word {@code null} if it is null or there is no row. */
    public String queryText(String query) {
        List<@Nullable String> texts = queryTexts(query);
        return texts.isEmpty() ? "null" : String.valueOf(texts.get(0));
    }

    /** Tells whether this condition holds. */
    public boolean holds(String condition) {
        return queryText("SELECT " + condition).equals("t");
    }

    /** Waits until nobody is connected to it; seen from elsewhere, since who looks is connected, too. */
    public void awaitNobody() {
        Database elsewhere = sibling("postgres");
        Await.until(
                "nobody is connected to " + name,
                () -> elsewhere.holds("NOT EXISTS (SELECT FROM pg_catalog.pg_stat_activity"
                        + " WHERE usesysid IS NOT NULL AND datname = '" + name + "')"));
    }

    private static IllegalStateException failed(String sql, SQLException e) {
        return new IllegalStateException(e.getSQLState() + " from: " + sql, e);
    }
}
