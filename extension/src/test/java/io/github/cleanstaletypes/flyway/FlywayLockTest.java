package io.github.cleanstaletypes.flyway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Flyway may wait for ever for its lock; this waits for a time, and then lets Flyway wait. */
class FlywayLockTest {

    @Test
    void is_waited_for_as_long_as_flyway_does_and_never_for_ever() {
        assertThat(FlywayLock.wait(0)).isEqualTo(Duration.ZERO);
        assertThat(FlywayLock.wait(50)).isEqualTo(Duration.ofSeconds(50));
        assertThat(FlywayLock.wait(-1)).isEqualTo(Duration.ofMinutes(5));
    }
}
