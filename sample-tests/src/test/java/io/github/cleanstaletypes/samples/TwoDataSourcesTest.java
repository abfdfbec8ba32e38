package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.github.cleanstaletypes.junit.CleanStaleTypes;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

// tag::field
@CleanStaleTypes(value = "accounts_user", database = "accounts")
class TwoDataSourcesTest {

    private static final HikariDataSource accounts = pool();
    private static final DataSource archive = SharedDatabase.open().dataSource();
    // end::field

    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(SharedDatabase.open().dataSource());
        config.setMaximumPoolSize(3);
        return new HikariDataSource(config);
    }

    @AfterAll
    static void close() {
        accounts.close();
    }

    @Test
    void one_is_cleaned() {
        assertThat(Flyway.configure().dataSource(accounts).load().migrate().success)
                .isTrue();
    }
}
