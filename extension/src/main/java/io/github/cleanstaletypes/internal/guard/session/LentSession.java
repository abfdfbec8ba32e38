package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.run.DriverSettings;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * A connection that somebody lends. Closing it sets back what was changed, on the server and in the driver, and then gives it back; if that
 * fails, the session is broken off first, so that nobody gets it again. Not thread-safe, but for breaking it off.
 */
final class LentSession implements InvocationHandler {

    private final Connection lent;
    private final PgConnection session;
    private final DriverSettings driver;
    private final boolean autoCommit;
    private @Nullable FormerSettings former;
    private boolean over;

    private LentSession(Connection lent) throws SQLException {
        this.lent = lent;
        // one that is closed cannot be asked for this any more
        this.session = lent.unwrap(PgConnection.class);
        this.driver = DriverSettings.settle(lent);
        this.autoCommit = lent.getAutoCommit();
    }

    /** One to ask, in autocommit mode, whose session stays as it is. */
    static Connection of(Connection lent) throws SQLException {
        LentSession session = new LentSession(lent);
        lent.setAutoCommit(true);
        return (Connection)
                Proxy.newProxyInstance(LentSession.class.getClassLoader(), new Class<?>[] {Connection.class}, session);
    }

    /** The same, whose session may be changed from now on, and take advisory locks. */
    static Connection changing(Connection connection) throws SQLException {
        LentSession one = (LentSession) Proxy.getInvocationHandler(connection);
        one.former = FormerSettings.of(one.lent);
        return connection;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                giveBack();
                return null;
            }
            case "abort" -> {
                OpenConnections.abort(session);
                return null;
            }
            case "equals" -> {
                return arguments != null && proxy == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(proxy);
            }
            default -> {
                try {
                    return method.invoke(lent, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() == null ? e : e.getCause();
                }
            }
        }
    }

    private void giveBack() throws SQLException {
        if (over) {
            return;
        }
        over = true;
        try {
            setBack();
        } catch (SQLException e) {
            throwAway();
            return;
        }
        lent.close();
    }

    /** A pool looks at what it gets back, and may say in its own way that it is broken. */
    private void throwAway() throws SQLException {
        session.abort(Runnable::run);
        try {
            lent.close();
        } catch (SQLException e) {
            // that it is broken is what it is to know
        }
    }

    private void setBack() throws SQLException {
        if (lent.isClosed()) {
            throw new SQLException("it was broken off");
        }
        if (former != null) {
            former.setBack(lent);
        }
        driver.setBack();
        lent.setAutoCommit(autoCommit);
    }
}
