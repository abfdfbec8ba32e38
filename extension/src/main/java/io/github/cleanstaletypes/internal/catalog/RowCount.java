package io.github.cleanstaletypes.internal.catalog;

import java.util.Locale;

/**
 * Says how many rows a relation holds, as far as that is known.
 *
 * @param rows the number; negative if nothing is known
 * @param certainty how it was found
 */
public record RowCount(long rows, Certainty certainty) {

    /** How a number of rows was found. */
    public enum Certainty {
        /** Each row was counted. */
        COUNTED,
        /** Counting stopped at this number. */
        AT_LEAST,
        /** {@code pg_class.reltuples}, from the last VACUUM or ANALYZE. */
        ESTIMATED,
        UNKNOWN;

        /** The word for it in reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    static RowCount counted(long rows, long limit) {
        return rows > limit ? new RowCount(limit, Certainty.AT_LEAST) : new RowCount(rows, Certainty.COUNTED);
    }

    static RowCount estimated(long reltuples) {
        return reltuples < 0 ? new RowCount(-1, Certainty.UNKNOWN) : new RowCount(reltuples, Certainty.ESTIMATED);
    }

    /** The number in words, such as {@code more than 100000 rows}. */
    public String inWords() {
        String number = rows == 1 ? "1 row" : rows + " rows";
        return switch (certainty) {
            case COUNTED -> number;
            case AT_LEAST -> "more than " + number;
            case ESTIMATED -> "about " + number;
            case UNKNOWN -> "an unknown number of rows";
        };
    }
}
