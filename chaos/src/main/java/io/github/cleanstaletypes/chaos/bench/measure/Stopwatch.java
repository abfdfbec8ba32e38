package io.github.cleanstaletypes.chaos.bench.measure;

import io.github.cleanstaletypes.chaos.system.ChildProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs a command to its end and tells what it has cost.
 *
 * <p>The kernel tells a parent what its children have cost once it has waited for them. Java has no call for that, and what
 * {@code /proc/self/stat} says of one's children is in hundredths of a second; so bash is in between, whose {@code time} tells it in
 * thousandths.
 */
public final class Stopwatch {

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String TIMED = "TIMEFORMAT='%3R %3U %3S'; { time \"$@\" 2>&4; } 4>&2 2>\"$0\"";

    private Stopwatch() {}

    /** Runs it. */
    public static Finished time(List<String> command, Map<String, String> environment) {
        try {
            Path told = Files.createTempFile("bench", ".time");
            try {
                List<String> words = new ArrayList<>(List.of("bash", "-c", TIMED, told.toString()));
                words.addAll(command);
                return time(words, environment, told);
            } finally {
                Files.delete(told);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Finished time(List<String> words, Map<String, String> environment, Path told) throws IOException {
        long started = System.nanoTime();
        try (ChildProcess child = ChildProcess.start(words, environment, true)) {
            int exit = child.waitFor(LIMIT);
            long ended = System.nanoTime();
            String[] times = lastLine(Files.readString(told)).split(" ", -1);
            if (times.length != 3) {
                throw new Unmeasurable("bash told no times of " + words + ": " + child.out());
            }
            return new Finished(
                    started, ended, seconds(times[0]), seconds(times[1]).plus(seconds(times[2])), exit, child.out());
        }
    }

    private static String lastLine(String text) {
        return text.substring(text.strip().lastIndexOf('\n') + 1).strip();
    }

    private static Duration seconds(String text) {
        return Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000));
    }
}
