package io.github.cleanstaletypes.chaos.bench.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Reads what the kernel counts: of a process that is there, the time on a processor in nanoseconds. The first number of
 * {@code /proc/PID/schedstat} is that; {@code /proc/PID/stat} has it in hundredths of a second only, which is more than most looks take.
 */
final class ProcessorTime {

    private ProcessorTime() {}

    /** Reads it of a process. */
    static Duration of(long pid) {
        Path file = Path.of("/proc/%d/schedstat".formatted(pid));
        try {
            return Duration.ofNanos(
                    Long.parseLong(Files.readString(file).strip().split(" ", 2)[0]));
        } catch (IOException e) {
            throw new Unmeasurable("This system does not tell a process's time in nanoseconds: no " + file);
        }
    }

    /** Reads it of the thread that asks. */
    static Duration ofThisThread() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }
}
