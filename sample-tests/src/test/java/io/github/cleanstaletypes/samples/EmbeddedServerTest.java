package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// tag::embedded
@CleanStaleTypes("accounts_user")
class EmbeddedServerTest {

    static final EmbeddedPostgres server = start();
    static final DataSource dataSource = server.getPostgresDatabase();

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }
    // end::embedded

    static {
        try (Connection connection = dataSource.getConnection()) {
            connection.createStatement().execute("CREATE TYPE accounts_user AS ENUM ('admin', 'guest')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void the_migration_has_run() {
        assertThat(Flyway.configure().dataSource(dataSource).load().info().pending())
                .isEmpty();
    }
}
