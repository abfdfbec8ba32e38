package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.catalog.index.IndexRows;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Removes an invalid index on which nobody is at work. The lock on its table shows that: each build, REINDEX and VACUUM holds one that
 * conflicts with it, and neither reads nor writes do. Then the index is read again and dropped, for which reads and writes queue behind
 * this for as long as one short wait takes; so each try is a transaction of its own, and a few are made. Of one run; not thread-safe.
 */
final class IndexRemoval {

    private static final int MOST_TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final UnderLock lock;
    private final Map<Long, Integer> tries = new HashMap<>();

    IndexRemoval(UnderLock lock) {
        this.lock = lock;
    }

    /** @throws SQLException what the last try got; each try is rolled back */
    Result remove(InvalidIndex finding) throws SQLException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            int number = tries.merge(finding.index().oid(), 1, Integer::sum);
            if (number > MOST_TRIES) {
                return busy(finding, "its table was in use each time that it was tried");
            }
            try {
                return lock.run(Transaction.CHANGE, c -> remove(c, finding));
            } catch (SQLException e) {
                boolean worthAnother = SqlStates.of(e).equals(SqlStates.LOCK_NOT_AVAILABLE) && number < MOST_TRIES;
                if (!worthAnother || !new Polling(pause, pause).again()) {
                    throw e;
                }
                pause = pause.multipliedBy(2);
            }
        }
    }

    private static Result remove(Connection connection, InvalidIndex finding) throws SQLException {
        if (!nobodyIsAtWork(connection, finding.index())) {
            return busy(
                    finding,
                    "another session is at work on its table: it builds or rebuilds an index, cleans the table up, or changes it");
        }
        Optional<IndexRow> now =
                IndexRows.again(connection, finding.index().oid()).filter(index -> isAsPlanned(index, finding.index()));
        if (now.isEmpty()) {
            return busy(finding, "another session changed it at this moment");
        }
        Savepoint before = connection.setSavepoint();
        Ddl.drop(connection, now.get());
        if (IndexRows.again(connection, finding.index().oid()).isPresent()) {
            // it was renamed at the last moment, and what was dropped has got its name
            connection.rollback(before);
            return busy(finding, "another session renamed it at this moment");
        }
        return Results.of(finding, Outcome.DROPPED);
    }

    /** Takes the lock on its table that conflicts with all who are at work on one of its indexes; false if it was not to be had. */
    private static boolean nobodyIsAtWork(Connection connection, IndexRow index) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Limits.setForTable(connection);
            Ddl.lockTable(connection, index);
        } catch (SQLException e) {
            if (!SqlStates.of(e).equals(SqlStates.LOCK_NOT_AVAILABLE)) {
                throw e;
            }
            connection.rollback(before);
            return false;
        }
        Limits.set(connection);
        return true;
    }

    /** Or the undo, which is on disk by now, would bring back another index. */
    private static boolean isAsPlanned(IndexRow now, IndexRow planned) {
        return now.schema().equals(planned.schema())
                && now.name().equals(planned.name())
                && now.tableSchema().equals(planned.tableSchema())
                && now.tableName().equals(planned.tableName())
                && now.role() == IndexRole.TABLE
                && now.builder() == null
                && now.exact()
                && Objects.equals(undo(now), undo(planned));
    }

    private static String undo(IndexRow index) {
        return index.definition() == null ? "" : index.definition().undo();
    }

    private static Result busy(InvalidIndex finding, String why) {
        return Results.refused(finding, Refusal.BUSY, "Left as it is, because " + why + ". Run it again.");
    }
}
