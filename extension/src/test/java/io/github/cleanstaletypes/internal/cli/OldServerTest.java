package io.github.cleanstaletypes.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cleanstaletypes.StaleTypes;
import io.github.cleanstaletypes.StaleTypesException;
import io.github.cleanstaletypes.testing.PostgresServer;
import io.github.cleanstaletypes.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Servers that are too old or of another product. None is to be had for a test, so that here a real connection lies about what the
 * server calls itself, and about nothing else.
 */
class OldServerTest {

    @Test
    void of_a_version_that_is_too_old_is_refused() throws SQLException {
        assertRefused(
                Map.of("getDatabaseMajorVersion", 13, "getDatabaseProductVersion", "13.23 (Debian 13.23-1)"),
                "the server is PostgreSQL 13.23 (Debian 13.23-1); version 14 or later is needed");
    }

    @Test
    void of_another_product_is_refused() throws SQLException {
        assertRefused(
                Map.of("getDatabaseProductName", "H2"),
                "the database is H2, not PostgreSQL; there is nothing to clean");
    }

    @Test
    void of_the_oldest_version_that_is_not_too_old_is_served() throws SQLException {
        try (TestDatabase database = PostgresServer.of("14.22").createDatabase();
                Connection real = database.connect()) {
            assertThat(StaleTypes.on(lying(real, Map.of())).check().isClean()).isTrue();
        }
    }

    private static void assertRefused(Map<String, Object> lies, String message) throws SQLException {
        try (TestDatabase database = PostgresServer.of("14.22").createDatabase();
                Connection real = database.connect()) {
            database.execute("CREATE TYPE stale AS ENUM ('a')");

            StaleTypes types = StaleTypes.on(lying(real, lies)).claiming("stale");

            assertThatThrownBy(types::clean)
                    .isInstanceOf(StaleTypesException.class)
                    .hasMessage(message);
            assertThatThrownBy(types::check)
                    .isInstanceOf(StaleTypesException.class)
                    .hasMessage(message);
            assertThat(database.queryText("SELECT 'stale'::regtype")).isEqualTo("stale");
        }
    }

    private static Connection lying(Connection real, Map<String, Object> lies) throws SQLException {
        DatabaseMetaData metaData = proxy(DatabaseMetaData.class, real.getMetaData(), lies);
        return proxy(Connection.class, real, Map.of("getMetaData", metaData));
    }

    private static <T> T proxy(Class<T> type, T real, Map<String, ?> answers) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
            }
            try {
                return method.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
