package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.cleanstaletypes.MigrationGuard;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** An application that migrates in its own JVM, and of which several replicas start at once. */
class MigrationGuardTest {

    @Test
    void migrates_under_the_lock_on_one_connection_more_than_flyway_needs() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(SharedDatabase.open().dataSource());
        config.setMaximumPoolSize(3);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Flyway flyway = Flyway.configure().dataSource(pool).load();
            migrate(pool, flyway);
            assertThat(flyway.info().pending()).isEmpty();
        }
    }

    private static void migrate(DataSource dataSource, Flyway flyway) {
        // tag::guard
        MigrationGuard.in(dataSource).claiming("accounts_user").run(() -> flyway.migrate());
        // end::guard
    }
}
