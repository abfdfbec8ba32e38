package io.github.cleanstaletypes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** The build runs these samples with several sets of versions; this looks whether the set is really there. */
class VersionsTest {

    @Test
    @EnabledIfSystemProperty(named = "set.junit", matches = ".+")
    void are_those_of_the_set() {
        assertThat(jarOf(Test.class)).endsWith("junit-jupiter-api-" + System.getProperty("set.junit") + ".jar");
        assertThat(jarOf(Flyway.class)).endsWith("flyway-core-" + System.getProperty("set.flyway") + ".jar");
        assertThat(jarOf(JdbcDatabaseContainer.class))
                .contains("-" + System.getProperty("set.testcontainers") + ".jar");
    }

    private static String jarOf(Class<?> type) {
        URL place = type.getProtectionDomain().getCodeSource().getLocation();
        return place.getPath();
    }
}
