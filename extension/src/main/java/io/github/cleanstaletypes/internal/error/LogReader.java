package io.github.cleanstaletypes.internal.error;

import io.github.cleanstaletypes.internal.error.log.LogLines;
import io.github.cleanstaletypes.internal.error.log.SourceLine;
import io.github.cleanstaletypes.internal.error.log.Unfolding;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a log of several sources, each by itself: their lines come in turns. Not thread-safe. */
final class LogReader {

    private static final int MOST_SOURCES = 100;

    private final Symptoms symptoms = new Symptoms();
    private final Map<String, StreamReader> sources = new HashMap<>();
    private final Unfolding unfolding = new Unfolding(this::line);
    private final LogLines lines = new LogLines(unfolding::line);

    LogReader read(InputStream log) throws IOException {
        lines.read(log);
        return this;
    }

    LogReader read(String text) {
        lines.read(text);
        return this;
    }

    private void line(String line) {
        StreamReader bare = sources.get("");
        if (bare != null && bare.isWithinRow()) {
            // what a row holds has nothing before it that is not its own
            bare.line(line);
            return;
        }
        SourceLine split = SourceLine.of(line);
        String source = sources.size() < MOST_SOURCES ? split.source() : "";
        sources.computeIfAbsent(source, unseen -> new StreamReader(symptoms)).line(split.text());
    }

    /** What was found; nothing can be read afterwards. */
    Optional<Failure> end() {
        unfolding.end();
        sources.values().forEach(StreamReader::end);
        return symptoms.failure();
    }
}
