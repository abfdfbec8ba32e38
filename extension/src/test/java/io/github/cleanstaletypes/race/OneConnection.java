package io.github.cleanstaletypes.race;

import io.github.cleanstaletypes.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A pool of size 1: {@code close()} gives its connection back, and who asks for a second one before that fails at once, where a real
 * pool would let him wait for ever.
 */
public final class OneConnection implements AutoCloseable {

    private final Connection connection;
    private boolean borrowed;

    public OneConnection(TestDatabase database) {
        this(database.connect());
    }

    public OneConnection(Connection connection) {
        this.connection = connection;
    }

    /** The pool. */
    public DataSource dataSource() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> borrow());
    }

    /** The connection itself, while it is not borrowed. */
    public Connection connection() {
        return connection;
    }

    /** Whether somebody has it. */
    public boolean borrowed() {
        return borrowed;
    }

    public int pid() throws SQLException {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    /** Runs this text, which may be of several statements. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, or null if it is null or there is no row. */
    public @Nullable String queryText(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private Connection borrow() throws SQLException {
        if (borrowed) {
            throw new SQLException("the pool of one connection is exhausted");
        }
        borrowed = true;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        borrowed = false;
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
