package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Who was connected at one moment, and what migration tools said in their own tables. Immutable.
 *
 * @param rows the rows that said that a migration had failed or was running
 * @param sessions every other session of the database
 */
public record LockWatch(Set<ToolStateRow> rows, Set<ConnectedSession> sessions) {

    public LockWatch {
        rows = Set.copyOf(rows);
        sessions = Set.copyOf(sessions);
    }

    static LockWatch read(Connection connection) throws SQLException {
        return new LockWatch(
                Set.copyOf(ToolStates.now(connection).rows()),
                Set.copyOf(ActivityReader.readWithSessions(connection).sessions()));
    }

    /** A row's transaction tells it from one that was written later, whatever it holds. */
    boolean wasThere(ToolStateRow row) {
        return rows.stream()
                .anyMatch(old -> old.table().oid() == row.table().oid()
                        && old.xmin().equals(row.xmin())
                        && Objects.equals(old.entry(), row.entry()));
    }

    /** Those of these sessions that were not there; of one whose beginning is not visible nobody can say that it was. */
    List<ConnectedSession> newcomers(List<ConnectedSession> now) {
        return now.stream()
                .filter(session -> session.since() == null
                        || sessions.stream()
                                .noneMatch(old -> old.pid() == session.pid()
                                        && session.since().equals(old.since())))
                .toList();
    }
}
