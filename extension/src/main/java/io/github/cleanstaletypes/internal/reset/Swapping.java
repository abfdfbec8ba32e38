package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import io.github.cleanstaletypes.internal.reset.swap.NameSwap;
import io.github.cleanstaletypes.internal.reset.swap.NewName;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Swaps names, and says what kept it from that. Stateless. */
final class Swapping {

    private Swapping() {}

    /** Swaps them, and tells who was ended for it. */
    static void swap(ResetContext context, ReportBuilder report, List<NewName> renamings)
            throws InterruptedException, SQLException {
        try (Connection second =
                context.request().endSessions() ? context.connections().second() : null) {
            NameSwap swap = new NameSwap(context.maintenance(), second);
            try {
                swap.run(renamings);
            } catch (SQLException e) {
                throw inWords(context, renamings, e);
            } finally {
                report.ended(swap.ended());
            }
        }
    }

    private static ResetException inWords(ResetContext context, List<NewName> renamings, SQLException e)
            throws SQLException {
        if (SqlStates.connectionLost(e)) {
            throw new ResetException(
                    "the connection was lost during the renaming, which the server has done or has not;"
                            + " the same command, run again, sees which: " + ErrorLine.of(e));
        }
        if (!SqlStates.of(e).equals(SqlStates.OBJECT_IN_USE)) {
            return new ResetException("the databases could not be renamed, so each is as it was: " + ErrorLine.of(e));
        }
        List<DatabaseSession> sessions = context.sessions(
                renamings.stream().map(one -> one.database().oid()).toList());
        return new ResetException(
                "somebody was connected while the databases were to be renamed, so each is as it was",
                sessions.isEmpty()
                        ? List.of("the session is gone by now; run it again")
                        : ResetRefusals.inTheWay(sessions, false));
    }
}
