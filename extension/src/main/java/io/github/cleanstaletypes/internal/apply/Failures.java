package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** What a change that the server did not make means. */
final class Failures {

    private Failures() {}

    /**
     * The result of a change that failed; its transaction is rolled back.
     *
     * @throws SQLException the failure itself, if no other change can succeed either
     */
    static Result explain(Connection connection, CatalogFinding finding, SQLException e) throws SQLException {
        if (SqlStates.of(e).isEmpty() || SqlStates.connectionLost(e)) {
            throw e;
        }
        Optional<String> triggers = Transaction.READS.run(connection, c -> EventTriggers.raised(c, e));
        if (triggers.isPresent()) {
            return Results.refused(
                    finding,
                    Refusal.SERVER,
                    "Left as it is, because an event trigger raised an error: " + ErrorLine.of(e)
                            + ". Ask the owner of "
                            + triggers.get()
                            + "; its function runs with search_path = pg_catalog, pg_temp, so it must name all else"
                            + " with its schema, or set its own search_path.");
        }
        if (SqlStates.hopeless(e)) {
            throw e;
        }
        if (SqlStates.insufficientPrivilege(e)) {
            return Results.refused(
                    finding,
                    Refusal.PRIVILEGE,
                    "Left as it is, because this role may not change it: " + ErrorLine.of(e) + ".");
        }
        if (SqlStates.somebodyMoved(e)) {
            return Results.refused(
                    finding,
                    Refusal.BUSY,
                    "Left as it is, because another session was using or changing it: " + ErrorLine.of(e)
                            + ". Run it again.");
        }
        if (SqlStates.nameTaken(e)) {
            return Results.refused(
                    finding, Refusal.NAME_TAKEN, "Left as it is, because the name is taken: " + ErrorLine.of(e) + ".");
        }
        return Results.refused(
                finding, Refusal.SERVER, "Left as it is, because the server refused: " + ErrorLine.of(e) + ".");
    }
}
