package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

@DatabaseTest
class ResourceLockTest {

    static final DataSource dataSource = SharedDatabase.open().dataSource();

    @Test
    void migrates() {
        assertThat(Flyway.configure().dataSource(dataSource).load().migrate().success)
                .isTrue();
    }
}
