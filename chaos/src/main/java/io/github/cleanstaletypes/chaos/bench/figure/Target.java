package io.github.cleanstaletypes.chaos.bench.figure;

import java.util.Locale;

/**
 * A number should be at most, or at least, this.
 *
 * @param limit what it is compared with
 * @param atLeast whether more is better
 */
public record Target(double limit, Unit unit, boolean atLeast) {

    /** A ratio should be at most this. */
    public static Target times(double limit) {
        return new Target(limit, Unit.TIMES, false);
    }

    /** A ratio should be at least this. */
    public static Target timesAtLeast(double limit) {
        return new Target(limit, Unit.TIMES, true);
    }

    /** There should be at most so many. */
    public static Target atMost(int limit) {
        return new Target(limit, Unit.COUNT, false);
    }

    /** It should take at most so many seconds more. */
    public static Target seconds(double limit) {
        return new Target(limit, Unit.SECONDS, false);
    }

    /**
     * Tells whether a number is good enough.
     *
     * @param tolerance 1, or 2 where twice the target is still good enough
     */
    public boolean holds(double number, double tolerance) {
        return atLeast ? number >= limit / tolerance : number <= limit * tolerance;
    }

    /** Writes it as people do. */
    public String inWords() {
        String sign = atLeast ? "≥ " : "≤ ";
        return switch (unit) {
            case TIMES -> sign + String.format(Locale.ROOT, "%.1f ×", limit);
            case COUNT -> sign + String.format(Locale.ROOT, "%.0f", limit);
            case SECONDS -> sign + String.format(Locale.ROOT, "%.1f s", limit);
        };
    }
}
