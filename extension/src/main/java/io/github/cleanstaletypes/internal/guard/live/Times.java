package io.github.cleanstaletypes.internal.guard.live;

import java.time.Duration;

/** Puts lengths of time into words. Stateless. */
final class Times {

    private Times() {}

    static Duration ofSeconds(double seconds) {
        return Duration.ofMillis(Math.max(0, Math.round(seconds * 1000)));
    }

    static String inWords(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }
}
