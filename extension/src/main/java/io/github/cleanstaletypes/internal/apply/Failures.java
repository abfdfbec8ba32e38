package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.SQLException;

/** What a change that the server did not make means. */
final class Failures {

    private Failures() {}

    /**
     * The result of a change that failed; its transaction is rolled back.
     *
     * @throws SQLException the failure itself, if no other change can succeed either
     */
    static Result explain(CatalogFinding finding, SQLException e) throws SQLException {
        if (SqlStates.hopeless(e)) {
            throw e;
        }
        if (SqlStates.insufficientPrivilege(e)) {
            return Results.refused(
                    finding, Refusal.PRIVILEGE, "Left as it is, because this role may not change it: " + server(e));
        }
        if (SqlStates.somebodyMoved(e)) {
            return Results.refused(
                    finding,
                    Refusal.BUSY,
                    "Left as it is, because another session was using or changing it: " + server(e) + " Run it again.");
        }
        if (SqlStates.nameTaken(e)) {
            return Results.refused(
                    finding, Refusal.NAME_TAKEN, "Left as it is, because the name is taken: " + server(e));
        }
        return Results.refused(finding, Refusal.SERVER, "Left as it is, because the server refused: " + server(e));
    }

    static String server(SQLException e) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return message + " (" + e.getSQLState() + ").";
    }
}
