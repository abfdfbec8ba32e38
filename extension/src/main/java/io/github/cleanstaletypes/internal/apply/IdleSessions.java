package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.catalog.Idle;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Ends a session that has done nothing within its transaction since it was looked at. */
final class IdleSessions {

    private static final SqlResource END = SqlResource.named(IdleSessions.class, "end_idle_session.sql");

    private IdleSessions() {}

    /** Within a transaction of its own, since {@code pg_stat_activity} is frozen within one. */
    static Result end(Connection connection, UncommittedCreation finding) throws SQLException {
        Creator creator = finding.creator();
        Idle idle = Objects.requireNonNull(creator.idle());
        List<Boolean> gone = new ArrayList<>();
        new SqlBatch(Map.of(
                        "pid", Objects.requireNonNull(creator.pid()),
                        "backend_start", idle.backendStart(),
                        "idle_since", idle.since()))
                .add(END, row -> gone.add(row.getBoolean("gone")))
                .run(connection);
        if (gone.isEmpty()) {
            return Results.refused(
                    finding, Refusal.BUSY, "Not ended, because it is no longer idle in that transaction.");
        }
        return gone.contains(true)
                ? Results.of(finding, Outcome.ENDED)
                : Results.refused(finding, Refusal.SERVER, "It was told to end, and is still there.");
    }
}
