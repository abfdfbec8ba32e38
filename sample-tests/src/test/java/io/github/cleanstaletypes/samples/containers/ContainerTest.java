package io.github.cleanstaletypes.samples.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.samples.Docker;
import io.github.cleanstaletypes.samples.NeedsDocker;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.postgresql.PostgreSQLContainer;

@NeedsDocker
// tag::container
@CleanStaleTypes("accounts_user")
class ContainerTest {

    static final PostgreSQLContainer postgres = new PostgreSQLContainer(Docker.IMAGE);

    @BeforeAll
    static void migrate() {
        Flyway.configure()
                .dataSource(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())
                .load()
                .migrate();
    }
    // end::container

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void in_a_new_container_nothing_is_stale(CleanupReport report) {
        assertThat(report.results()).isEmpty();
    }
}
