package io.github.cleanstaletypes.chaos.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws a start: of one more run, since the log of a start takes time itself. */
public final class Trace {

    private Trace() {}

    /**
     * Runs a program once, and draws its start.
     *
     * @param words its words, of which one is the option that is given
     */
    public static Waterfall of(
            String what, Meter meter, Function<String, List<String>> words, Map<String, String> environment) {
        try {
            Path log = Files.createTempFile("bench", ".classes");
            try {
                Finished process = Stopwatch.time(words.apply(LoadedClass.logging(log.toString())), environment)
                        .expecting(0);
                try (Stream<String> lines = Files.lines(log)) {
                    List<LoadedClass> classes =
                            lines.map(LoadedClass::of).flatMap(Optional::stream).toList();
                    return new StartTrace(process, classes, meter.read()).waterfall(what);
                }
            } finally {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
