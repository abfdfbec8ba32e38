package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeRows;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Gives a quarantined type its name and its comment back, within a transaction that holds the advisory lock. */
final class Restoration {

    private Restoration() {}

    static Result restore(Connection connection, CatalogFinding finding) throws SQLException {
        Optional<StandaloneType> now = TypeRows.again(
                        connection, finding.subject().oid())
                .map(TypeRows.Reread::type)
                .filter(type -> type.quarantine().isPresent());
        if (now.isEmpty()) {
            return Results.refused(
                    finding, Refusal.BUSY, "Left as it is, because another session changed it at this moment.");
        }
        Renaming.back(connection, now.get());
        return Results.of(finding, Outcome.RESTORED);
    }
}
