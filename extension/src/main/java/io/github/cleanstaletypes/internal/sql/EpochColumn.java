package io.github.cleanstaletypes.internal.sql;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads a moment that a statement gives as seconds since 1970, as {@code date_part('epoch', …)} does. */
public final class EpochColumn {

    private static final double MICROSECONDS = 1e6;

    private EpochColumn() {}

    /**
     * The moment, to the microsecond as the server keeps it: which of two came first may decide who wrote a row.
     *
     * @return null if the column is, or if it is infinite, as a timestamp can be
     */
    public static @Nullable Instant moment(ResultRow row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() || Double.isInfinite(seconds)
                ? null
                : Instant.EPOCH.plus(Math.round(seconds * MICROSECONDS), ChronoUnit.MICROS);
    }
}
