package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

/** The callback cleans wherever Flyway migrates; there is no field here that the extension could find. */
class FlywayCallbackTest {

    @Test
    void the_migration_gets_its_name() {
        MigrateResult result = migrate(SharedDatabase.open().dataSource());

        assertThat(result.success).isTrue();
        assertThat(result.migrationsExecuted).isOne();
    }

    // tag::flyway
    static MigrateResult migrate(DataSource dataSource) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new CleanStaleTypesCallback())
                .load();
        return CleanStaleTypesCallback.migrate(flyway);
    }
    // end::flyway
}
