package io.github.cleanstaletypes.internal.connect;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times such as {@code 30s}, {@code 5m}, {@code 500ms}, {@code 2h}; a bare number is seconds. */
public final class WaitTime {

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|)");

    /** Nobody waits longer, and nanoseconds would overflow. */
    private static final Duration FOR_EVER = Duration.ofDays(3650);

    private WaitTime() {}

    /** The time, at most ten years; or empty if the text is none. */
    public static Optional<Duration> parse(String text) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        Duration time = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "m", "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofSeconds(number);
        };
        return Optional.of(time.compareTo(FOR_EVER) > 0 ? FOR_EVER : time);
    }
}
