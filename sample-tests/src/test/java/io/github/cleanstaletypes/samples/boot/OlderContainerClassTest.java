package io.github.cleanstaletypes.samples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.samples.Docker;
import io.github.cleanstaletypes.samples.NeedsDocker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.testcontainers.containers.PostgreSQLContainer;

/** With the class that Testcontainers 1.21 has, and 2 still. */
@NeedsDocker
@SpringBootTest
@CleanStaleTypes("accounts_user")
@SuppressWarnings("deprecation")
class OlderContainerClassTest {

    @ServiceConnection
    static final PostgreSQLContainer<?> postgres = new PostgreSQLContainer<>(Docker.IMAGE);

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
