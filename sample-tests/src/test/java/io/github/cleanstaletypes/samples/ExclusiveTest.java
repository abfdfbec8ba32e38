package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

// tag::exclusive
@CleanStaleTypes(value = "accounts_user", exclusive = true)
class ExclusiveTest {

    static final DataSource dataSource = SharedDatabase.open().dataSource();

    @BeforeAll
    static void migrate() {
        Flyway.configure().dataSource(dataSource).load().migrate();
    }
    // end::exclusive

    @Test
    void the_migration_has_run() {
        assertThat(Flyway.configure().dataSource(dataSource).load().info().pending())
                .isEmpty();
    }
}
