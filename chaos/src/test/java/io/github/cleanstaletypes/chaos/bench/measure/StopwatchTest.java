package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a process costs, as the system tells it. */
class StopwatchTest {

    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    /** The shell that counts waits for the one that it started: its time is in the sum. */
    @Test
    void the_time_of_a_process_holds_that_of_those_that_it_waited_for() {
        Finished busy = run("bash -c 'for ((i = 0; i < 60000; i++)); do :; done'; echo done");
        assertThat(busy.exit()).isZero();
        assertThat(busy.printed()).isEqualTo("done\n");
        assertThat(busy.processor()).isGreaterThan(run("true").processor().plusMillis(20));
        assertThat(busy.wall()).isPositive();
    }

    @Test
    void who_sleeps_costs_no_processor() {
        Finished sleeper = run("sleep 0.3");
        assertThat(sleeper.wall()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(sleeper.processor()).isLessThan(Duration.ofMillis(150));
    }

    @Test
    void its_output_and_exit_status_are_its_own() {
        Finished failed = run("echo wrong >&2; exit 3");
        assertThat(failed.exit()).isEqualTo(3);
        assertThat(failed.printed()).isEqualTo("wrong\n");
        assertThatThrownBy(() -> failed.expecting(0))
                .isInstanceOf(Unmeasurable.class)
                .hasMessage("exit status 3 and not 0, after: wrong");
    }

    private static Finished run(String script) {
        return Stopwatch.time(List.of("bash", "-c", script), PATH);
    }
}
