package io.github.cleanstaletypes.junit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** What of Testcontainers is needed, of 1.21 and 2 alike: the class is loaded only where Testcontainers is on the class path. */
final class Containers {

    private static final String POSTGRESQL_DRIVER = "org.postgresql.Driver";

    private Containers() {}

    /** The type that fields with containers have, or empty if nobody here has containers. */
    static Optional<Class<?>> type() {
        try {
            return Optional.of(Type.CONTAINER);
        } catch (NoClassDefFoundError e) {
            return Optional.empty();
        }
    }

    /** Apart, so that its absence is found out here and nowhere else. */
    private static final class Type {
        static final Class<?> CONTAINER = JdbcDatabaseContainer.class;
    }

    static boolean isOne(@Nullable Object value) {
        return type().filter(type -> type.isInstance(value)).isPresent();
    }

    /** Whether it is a container of PostgreSQL; of one that is not started, too. */
    static boolean ofPostgres(Object container) {
        return ((JdbcDatabaseContainer<?>) container).getDriverClassName().equals(POSTGRESQL_DRIVER);
    }

    /** Its database; starts it if it is not running, so that it does not matter whose extension comes first. */
    static DataSource database(Object value) {
        JdbcDatabaseContainer<?> container = (JdbcDatabaseContainer<?>) value;
        if (!container.isRunning()) {
            container.start();
        }
        String url = container.getJdbcUrl();
        return JdbcUrls.dataSource(
                "the URL of the container",
                url + (url.indexOf('?') < 0 ? '?' : '&') + "user=" + encoded(container.getUsername()) + "&password="
                        + encoded(container.getPassword()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
