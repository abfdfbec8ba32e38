package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import java.util.Locale;

/** Puts times into words. */
final class Told {

    private Told() {}

    static String cpu(Estimate seconds) {
        return time(seconds.median()) + " CPU";
    }

    static String waiting(Estimate seconds) {
        return time(seconds.median());
    }

    static String types(int number) {
        return String.format(Locale.ROOT, "%,d types", number);
    }

    private static String time(double seconds) {
        if (Math.abs(seconds) < 0.0001) {
            return String.format(Locale.ROOT, "%.2f µs", seconds * 1e6);
        }
        return Math.abs(seconds) < 0.1
                ? String.format(Locale.ROOT, "%.1f ms", seconds * 1000)
                : String.format(Locale.ROOT, "%.2f s", seconds);
    }
}
