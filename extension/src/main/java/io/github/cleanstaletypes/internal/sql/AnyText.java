package io.github.cleanstaletypes.internal.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Marks a connection on which a {@link SqlBatch} reads whatever the server holds. The server converts what it sends to UTF-8, and fails
 * where a byte in a name, a comment or another session's query is no text; so on these it is asked for the bytes.
 */
public interface AnyText {

    /** The same connection, on which batches cannot fail for what a text holds. */
    static Connection on(Connection connection) {
        if (connection instanceof AnyText) {
            return connection;
        }
        return (Connection) Proxy.newProxyInstance(
                AnyText.class.getClassLoader(),
                new Class<?>[] {Connection.class, AnyText.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Whether a statement failed because a text cannot be converted, by the server or by us. */
    static boolean wouldHelp(SQLException e) {
        return SqlStates.notConvertible(e);
    }
}
