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
 * A connection that somebody lends: a pool, or a guard that has no other than its lock's. Closing it sets back what was changed, on the server and in the driver, and then gives it back; if that
 * fails, the session is broken off first, so that nobody gets it again. Not thread-safe, but for breaking it off.
 */
final class LentSession implements InvocationHandler {

    private final Connection lent;
    private final PgConnection session;
    private final DriverSettings driver;
    private final boolean autoCommit;
    private final Lender lender;
    private @Nullable FormerSettings former;
    private boolean over;

    /** Gets it back. */
    @FunctionalInterface
    interface Lender {
        void givenBack() throws SQLException;
    }

    private LentSession(Connection lent, Lender lender) throws SQLException {
        this.lent = lent;
        this.lender = lender;
        // one that is closed cannot be asked for this any more
        this.session = lent.unwrap(PgConnection.class);
        this.driver = DriverSettings.settle(lent);
        this.autoCommit = lent.getAutoCommit();
    }

    /** One to ask, in autocommit mode, whose session stays as it is. */
    static Connection of(Connection lent) throws SQLException {
        return of(lent, lent::close);
    }

    /** The same, of this lender. */
    static Connection of(Connection lent, Lender lender) throws SQLException {
        LentSession session = new LentSession(lent, lender);
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
        lender.givenBack();
    }

    /** A pool looks at what it gets back, and may say in its own way that it is broken. */
    private void throwAway() throws SQLException {
        session.abort(Runnable::run);
        try {
            lender.givenBack();
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
