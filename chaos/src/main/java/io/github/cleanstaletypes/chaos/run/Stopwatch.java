package io.github.cleanstaletypes.chaos.run;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Adds up where the time of one run goes. Not thread-safe. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private @Nullable Duration elapsed;
    private final Map<Phase, Duration> phases = new EnumMap<>(Phase.class);

    <T> T time(Phase phase, Supplier<T> work) {
        long began = System.nanoTime();
        try {
            return work.get();
        } finally {
            phases.merge(phase, Duration.ofNanos(System.nanoTime() - began), Duration::plus);
        }
    }

    Map<Phase, Duration> phases() {
        return phases;
    }

    /** The run is over: what comes after it does not count. */
    void stop() {
        elapsed = elapsed();
    }

    Duration elapsed() {
        return elapsed != null ? elapsed : Duration.ofNanos(System.nanoTime() - start);
    }
}
