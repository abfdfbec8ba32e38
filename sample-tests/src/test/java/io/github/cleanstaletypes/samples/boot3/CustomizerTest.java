package io.github.cleanstaletypes.samples.boot3;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import io.github.cleanstaletypes.samples.SharedDatabase;
import io.github.cleanstaletypes.samples.boot.Application;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Spring looks into beans, and the callback has methods of which the Flyway of Spring Boot 3.5 lacks a type: so it is no bean. */
@SpringBootTest(
        classes = Application.class,
        properties = {"spring.flyway.baseline-on-migrate=true", "spring.flyway.baseline-version=0"})
@Import(CustomizerTest.Migrating.class)
class CustomizerTest {

    // tag::customizer
    static class Migrating {
        @Bean
        FlywayConfigurationCustomizer cleaning() {
            return flyway -> flyway.callbacks(new CleanStaleTypesCallback());
        }
    }
    // end::customizer

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", SharedDatabase.open()::url);
    }

    @Test
    void the_context_has_migrated(@Autowired JdbcTemplate jdbc) {
        assertThat(jdbc.queryForObject("SELECT count(*) FROM accounts_user", Long.class))
                .isZero();
    }
}
