package io.github.cleanstaletypes.flyway;

import io.github.cleanstaletypes.testing.PlainDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives away so many connections at a time and refuses another one at once, where a pool would let one wait. */
final class SmallPool implements PlainDataSource {

    private final DataSource source;
    private final int size;
    private int open;
    private int most;

    SmallPool(DataSource source, int size) {
        this.source = source;
        this.size = size;
    }

    /** How many are given away. */
    synchronized int open() {
        return open;
    }

    /** How many were given away at most. */
    synchronized int most() {
        return most;
    }

    @Override
    public synchronized Connection getConnection() throws SQLException {
        if (open == size) {
            throw new SQLException("All " + size + " connections are given away");
        }
        Connection connection = source.getConnection();
        open++;
        most = Math.max(most, open);
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        closed();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private synchronized void closed() {
        open--;
    }
}
