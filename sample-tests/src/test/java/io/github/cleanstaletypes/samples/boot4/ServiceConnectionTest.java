package io.github.cleanstaletypes.samples.boot4;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.samples.Docker;
import io.github.cleanstaletypes.samples.boot.Application;
import io.github.cleanstaletypes.testcontainers.CleanPostgreSQLContainer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.postgresql.PostgreSQLContainer;

// tag::boot
@SpringBootTest(classes = Application.class)
@CleanStaleTypes("accounts_user")
class ServiceConnectionTest {

    @ServiceConnection
    static final PostgreSQLContainer postgres = new CleanPostgreSQLContainer(Docker.IMAGE);
    // end::boot

    @AfterAll
    static void stop() {
        postgres.stop();
    }

    @Test
    void the_context_has_migrated(@Autowired JdbcTemplate jdbc) {
        assertThat(jdbc.queryForObject("SELECT count(*) FROM accounts_user", Long.class))
                .isZero();
    }
}
