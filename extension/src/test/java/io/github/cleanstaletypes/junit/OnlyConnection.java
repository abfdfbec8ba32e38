package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.testing.PlainDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Gives everybody the same connection, which nobody can close. */
record OnlyConnection(Connection only) implements PlainDataSource {

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("close") ? null : method.invoke(only, arguments));
    }
}
