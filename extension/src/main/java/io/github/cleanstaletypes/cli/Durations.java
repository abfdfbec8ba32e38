package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.cli.OptionValues.Value;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times such as {@code 30s}, {@code 5m}, {@code 500ms}, {@code 2h}; a bare number is seconds. */
final class Durations {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|)");

    /** Nobody waits longer, and nanoseconds would overflow. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private Durations() {}

    static Duration parse(Value value) {
        Matcher matcher = TIME.matcher(value.text().strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw value.problem("is not a time; write 30s, 5m, 500ms or 0");
        }
        long number = Long.parseLong(matcher.group(1));
        Duration time = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
        return time.compareTo(FOR_EVER) > 0 ? FOR_EVER : time;
    }

    static String inWords(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
