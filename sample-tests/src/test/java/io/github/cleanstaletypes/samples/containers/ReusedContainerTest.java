package io.github.cleanstaletypes.samples.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.samples.Docker;
import io.github.cleanstaletypes.testcontainers.CleanPostgreSQLContainer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Needs no annotation, and no Docker. */
// tag::reused
class ReusedContainerTest {

    static final PostgreSQLContainer postgres =
            new CleanPostgreSQLContainer(Docker.IMAGE).cleaning("accounts_user").withReuse(true);

    @BeforeAll
    static void migrate() {
        postgres.start();
        Flyway.configure()
                .dataSource(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())
                .load()
                .migrate();
    }
    // end::reused

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void the_migration_has_run() {
        assertThat(Flyway.configure()
                        .dataSource(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())
                        .load()
                        .info()
                        .pending())
                .isEmpty();
    }
}
