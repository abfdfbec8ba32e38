package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.Idle;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

/** Ends a session that has done nothing within its transaction since it was looked at. */
final class IdleSessions {

    /**
     * Looks and ends in one statement: a session that has got its next statement meanwhile is another one to us. Returns once the process
     * is gone, so that the locks of its transaction are, or after five seconds.
     */
    private static final String END =
            "SELECT pg_catalog.pg_terminate_backend(a.pid, 5000) FROM pg_catalog.pg_stat_activity a"
                    + " WHERE a.pid = ? AND a.backend_start::text = ? AND a.state_change::text = ? AND a.state = 'idle in transaction'";

    private IdleSessions() {}

    /** Within a transaction of its own, since {@code pg_stat_activity} is frozen within one. */
    static Result end(Connection connection, UncommittedCreation finding) throws SQLException {
        Creator creator = finding.creator();
        Idle idle = Objects.requireNonNull(creator.idle());
        try (PreparedStatement statement = connection.prepareStatement(END)) {
            statement.setInt(1, Objects.requireNonNull(creator.pid()));
            statement.setString(2, idle.backendStart());
            statement.setString(3, idle.since());
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return Results.refused(
                            finding, Refusal.BUSY, "Not ended, because it is no longer idle in that transaction.");
                }
                return row.getBoolean(1)
                        ? Results.of(finding, Outcome.ENDED)
                        : Results.refused(finding, Refusal.SERVER, "It was told to end, and is still there.");
            }
        }
    }
}
