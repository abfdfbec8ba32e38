package io.github.cleanstaletypes.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One empty database on a {@link PostgresServer}, dropped when closed together with the roles made for it, whatever
 * sessions and prepared transactions are still there.
 *
 * <p>Can be shared between threads; each call uses its own connection.
 */
public final class TestDatabase implements AutoCloseable {

    private final PostgresServer server;
    private final String name;
    private final List<String> roles = new CopyOnWriteArrayList<>();

    private TestDatabase(PostgresServer server, String name) {
        this.server = server;
        this.name = name;
    }

    static TestDatabase createOn(PostgresServer server) {
        TestDatabase database = new TestDatabase(server, server.uniqueName("test"));
        // template0: nobody can be connected to it, which would make this fail
        database.outside("CREATE DATABASE " + database.name + " TEMPLATE template0" + server.copyingFiles());
        return database;
    }

    static TestDatabase createOn(PostgresServer server, String encoding) {
        TestDatabase database = new TestDatabase(server, server.uniqueName("test"));
        database.outside("CREATE DATABASE " + database.name + " TEMPLATE template0 ENCODING '" + encoding
                + "' LC_COLLATE 'C' LC_CTYPE 'C'" + server.copyingFiles());
        return database;
    }

    /** The server that it is on. */
    public PostgresServer server() {
        return server;
    }

    /** Its name, which needs no quotes. */
    public String name() {
        return name;
    }

    /** Connects the superuser. */
    public DataSource dataSource() {
        return dataSource(PostgresServer.SUPERUSER);
    }

    /** Connects this role; the server asks for no password. */
    public DataSource dataSource(String user) {
        return server.dataSource(name, user);
    }

    /** Connects this role with a password, which the server does not check. */
    public DataSource dataSource(String user, String password) {
        var dataSource = server.dataSource(name, user);
        dataSource.setPassword(password);
        return dataSource;
    }

    /** The URL of the superuser, user included. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(server.port(), name, PostgresServer.SUPERUSER);
    }

    /** A new session of the superuser, in autocommit mode. */
    public Connection connect() {
        return connect(PostgresServer.SUPERUSER);
    }

    /** A new session of this role, in autocommit mode. */
    public Connection connect(String user) {
        try {
            return dataSource(user).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect " + user + " to " + this, e);
        }
    }

    /** Makes a role that may log in and has no privilege beyond that; it goes when the database goes. */
    public String createRole() {
        String role = server.uniqueName("role");
        execute("CREATE ROLE " + role + " LOGIN");
        roles.add(role);
        return role;
    }

    /** Runs each of these as the superuser, in one session and each in its own transaction. */
    public void execute(String... statements) {
        execute(dataSource(), statements);
    }

    /** The first column of the only row, or null if it is null or there is no row. */
    public @Nullable String queryText(String query) {
        List<@Nullable String> rows = queryTexts(query);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows, not one, from: " + query);
        }
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The first column of each row, in the order of the query. */
    public List<@Nullable String> queryTexts(String query) {
        try (Connection connection = connect();
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

    /**
     * How many clients are connected to it.
     *
     * @param which a condition on their rows of {@code pg_stat_activity}
     */
    public long sessions(String which) {
        return Long.parseLong(outsideTexts(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = ? AND usesysid IS NOT NULL AND " + which)
                .get(0));
    }

    /** Waits until nobody is connected: a backend is still there for a moment after its client has closed the connection. */
    public void awaitNobodyConnected() {
        Wait.until("nobody is connected to " + this, () -> sessions("true") == 0);
    }

    /** Drops the database, its sessions, its prepared transactions and its roles. */
    @Override
    public void close() {
        // DROP DATABASE ends sessions when forced, but never prepared transactions
        outsideTexts("SELECT pg_catalog.format('ROLLBACK PREPARED %L', gid) FROM pg_catalog.pg_prepared_xacts"
                        + " WHERE database = ?")
                .forEach(this::execute);
        outside("DROP DATABASE " + name + " WITH (FORCE)");
        roles.forEach(role -> outside("DROP ROLE IF EXISTS " + role));
    }

    /** Runs this in the session that stays. */
    private void outside(String sql) {
        try {
            server.ask(keeper -> {
                try (Statement statement = keeper.createStatement()) {
                    return statement.execute(sql);
                }
            });
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The first column of each row, asked for in the session that stays; the question mark is the name of this database. */
    private List<String> outsideTexts(String query) {
        try {
            return server.ask(keeper -> {
                try (PreparedStatement statement = keeper.prepareStatement(query)) {
                    statement.setString(1, name);
                    List<String> texts = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        while (rows.next()) {
                            texts.add(rows.getString(1));
                        }
                    }
                    return texts;
                }
            });
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    private static void execute(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw failed(sql, e);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot connect", e);
        }
    }

    private static IllegalStateException failed(String sql, SQLException e) {
        return new IllegalStateException(e.getSQLState() + " from: " + sql, e);
    }

    @Override
    public String toString() {
        return "database " + name + " of " + server;
    }
}
