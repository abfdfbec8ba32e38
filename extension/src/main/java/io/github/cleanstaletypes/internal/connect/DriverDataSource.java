package io.github.cleanstaletypes.internal.connect;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens connections by PostgreSQL's driver itself, without asking which drivers there are: starting costs less, and no other driver can take
 * the URL. Immutable, can be shared between threads.
 */
final class DriverDataSource implements DataSource {

    private final String url;
    private final Properties properties;

    /** @param properties the user, the password, and the driver's properties; nobody else has them */
    DriverDataSource(String url, Properties properties) {
        this.url = url;
        this.properties = properties;
    }

    String url() {
        return url;
    }

    Properties properties() {
        return properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connect(properties);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Properties others = new Properties();
        others.putAll(properties);
        others.setProperty("user", user);
        others.setProperty("password", password);
        return connect(others);
    }

    private Connection connect(Properties given) throws SQLException {
        Connection connection = new Driver().connect(url, given);
        if (connection == null) {
            throw new SQLException("The PostgreSQL JDBC driver does not take its own URL");
        }
        return connection;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Nothing is wrapped");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
