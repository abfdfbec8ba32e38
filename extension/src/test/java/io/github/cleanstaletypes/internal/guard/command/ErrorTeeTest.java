package io.github.cleanstaletypes.internal.guard.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** A command's standard error, which what it leaves behind may hold on to. */
class ErrorTeeTest {

    /** Twice as often as the silence that shows that nothing more comes. */
    private static final String TALKATIVE =
            "(while :; do echo still here >&2 || exit; sleep 0.2; done) & echo last >&2";

    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    @Test
    void is_passed_on_to_its_end_and_no_longer_whoever_goes_on_writing() throws Exception {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        long start = System.nanoTime();
        CommandProcess command = CommandProcess.start(List.of("sh", "-c", TALKATIVE), Map.of(), true, new ErrorTee(to));
        try {
            assertThat(command.await()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(to.toString(StandardCharsets.UTF_8)).contains("last\n");
        } finally {
            command.stop(Duration.ZERO);
        }
    }
}
