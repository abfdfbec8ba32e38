package io.github.cleanstaletypes.samples.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.samples.SharedDatabase;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

// tag::boot
@SpringBootTest
@CleanStaleTypes("accounts_user")
class BootTest {

    static final SharedDatabase shared = SharedDatabase.open();
    static final DataSource dataSource = shared.dataSource();

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", shared::url);
    }
    // end::boot

    @Test
    void the_context_has_migrated(@Autowired JdbcTemplate jdbc) {
        assertThat(jdbc.queryForObject("SELECT count(*) FROM accounts_user", Long.class))
                .isZero();
    }
}
