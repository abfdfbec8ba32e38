package io.github.cleanstaletypes.chaos.bench.measure;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM has loaded a class.
 *
 * @param at the moment, as {@link System#nanoTime} tells it: the JVM's log has the same clock
 * @param shared whether it came ready from an archive
 */
record LoadedClass(long at, String name, boolean shared) {

    private static final Pattern LINE = Pattern.compile("\\[(\\d+)ns\\] (\\S+) source: (.*)");

    /** The option that has a JVM write such lines to this file. */
    static String logging(String file) {
        return "-Xlog:class+load:file=" + file + ":timenanos";
    }

    static Optional<LoadedClass> of(String line) {
        Matcher matcher = LINE.matcher(line);
        return matcher.matches()
                ? Optional.of(new LoadedClass(
                        Long.parseLong(matcher.group(1)),
                        matcher.group(2),
                        matcher.group(3).contains("shared objects file")))
                : Optional.empty();
    }
}
