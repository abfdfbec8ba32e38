package io.github.cleanstaletypes.internal.reset;

import java.util.Locale;

/** Puts numbers of bytes into words as the server does (pg_size_pretty). Stateless. */
public final class Sizes {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB", "PB"};

    private Sizes() {}

    /** Such as {@code 7.4 MB}. */
    public static String inWords(long bytes) {
        double number = bytes;
        int unit = 0;
        while (number >= 1000 && unit < UNITS.length - 1) {
            number /= 1024;
            unit++;
        }
        return (unit == 0 ? String.valueOf(bytes) : String.format(Locale.ROOT, "%.1f", number)) + " " + UNITS[unit];
    }
}
