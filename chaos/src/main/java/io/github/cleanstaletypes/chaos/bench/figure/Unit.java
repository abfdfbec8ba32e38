package io.github.cleanstaletypes.chaos.bench.figure;

import java.util.Locale;

/** A number that has a target counts something. */
public enum Unit {
    /** It is so many times its floor. */
    TIMES("%.2f ×"),
    /** It is so many. */
    COUNT("%.0f"),
    /** It is so many seconds. */
    SECONDS("%.2f s");

    private final String format;

    Unit(String format) {
        this.format = format;
    }

    /** Writes a number of this unit. */
    public String write(double number) {
        return String.format(Locale.ROOT, format, number);
    }
}
