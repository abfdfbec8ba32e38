package io.github.cleanstaletypes.internal.reset.look;

import io.github.cleanstaletypes.internal.sql.EpochColumn;
import io.github.cleanstaletypes.internal.sql.OneLine;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A session that is connected to a database which is to be renamed or dropped. Immutable.
 *
 * @param pid the backend
 * @param database the database's number
 * @param role who is connected, or null if unknown
 * @param application what the client calls itself, or an empty text
 * @param client the client's address, or null if it is local or not visible to this role
 * @param since when it began, by the server's clock; null if that is not visible to this role
 * @param state what it is doing, in the server's words; null if that is not visible
 * @param mayEnd whether this role may end it
 */
public record DatabaseSession(
        int pid,
        long database,
        @Nullable String role,
        String application,
        @Nullable String client,
        @Nullable Instant since,
        @Nullable String state,
        boolean mayEnd) {

    /** Reads one from a row. */
    public static DatabaseSession of(ResultRow row) throws SQLException {
        return new DatabaseSession(
                row.getInt("pid"),
                row.getLong("database"),
                row.getString("role_name"),
                row.getString("application_name"),
                row.getString("client"),
                EpochColumn.moment(row, "since_epoch"),
                row.getString("state"),
                row.getBoolean("may_end"));
    }

    /** One line, such as {@code session 4711 of app, web, from 10.0.0.7, idle, connected since 2026-11-30T20:15:06Z}. */
    public String inWords() {
        return OneLine.of("session " + pid + (role == null ? "" : " of " + role)
                + (application.isBlank() ? "" : ", " + application)
                + (client == null ? "" : ", from " + client)
                + (state == null ? "" : ", " + state)
                + (since == null
                        ? ", of which more is not visible to this role"
                        : ", connected since " + since.truncatedTo(ChronoUnit.SECONDS)));
    }
}
