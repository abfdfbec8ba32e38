package io.github.cleanstaletypes.flyway;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Gives away so many connections at a time and refuses another one at once, where a pool would let one wait. */
final class SmallPool implements DataSource {

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

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}
