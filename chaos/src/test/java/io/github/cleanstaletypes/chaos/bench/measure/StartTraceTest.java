package io.github.cleanstaletypes.chaos.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** The phases of a start, from what three witnesses say. */
class StartTraceTest {

    private static final List<LoadedClass> CLASSES = Stream.of(
                    "[1000005ns] java.lang.Object source: shared objects file",
                    "[1000015ns] sun.launcher.LauncherHelper source: shared objects file",
                    "[1000030ns] io.example.Main source: file:/app.jar",
                    "[1000035ns] java.util.List source: jrt:/java.base",
                    "[1000050ns] org.postgresql.Driver source: shared objects file (top)",
                    "[1000085ns] io.example.Look source: file:/app.jar",
                    "[warning] something else")
            .map(LoadedClass::of)
            .flatMap(Optional::stream)
            .toList();

    @Test
    void begin_where_the_ones_before_them_end() {
        Finished process = new Finished(1_000_000, 1_000_120, Duration.ofNanos(120), Duration.ZERO, 0, "");
        Heard heard = new Heard(1_000_060, 1_000_070, 1_000_100, 3, Duration.ZERO, Duration.ZERO, List.of());
        Waterfall waterfall = new StartTrace(process, CLASSES, new Reading(List.of(heard))).waterfall("it");
        assertThat(waterfall.phases())
                .extracting(Phase::from, Phase::to, Phase::classes, Phase::shared)
                .containsExactly(
                        phase(0, 30, 2, 2),
                        phase(30, 50, 2, 0),
                        phase(50, 60, 1, 1),
                        phase(60, 70, 0, 0),
                        phase(70, 100, 1, 0),
                        phase(100, 120, 0, 0));
    }

    private static Tuple phase(int from, int to, long classes, long shared) {
        return Tuple.tuple(Duration.ofNanos(from), Duration.ofNanos(to), classes, shared);
    }
}
