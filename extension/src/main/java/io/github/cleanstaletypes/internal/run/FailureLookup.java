package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.explain.ErrorClaims;
import io.github.cleanstaletypes.internal.explain.Explainer;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Explanation.Look;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Looks, after a migration has failed, what the database has for the names in its error. Changes nothing. */
final class FailureLookup {

    /** Found wherever they are; what has nothing to do with the failure is not told beside it. */
    private static final Set<FindingCode> OF_INTEREST_IF_CLAIMED =
            EnumSet.of(FindingCode.UNFINISHED_MIGRATION, FindingCode.INVALID_INDEX, FindingCode.PENDING_DETACH);

    private final Connection connection;
    private final Settings settings;

    FailureLookup(Connection connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    Explanation of(Failure failure) throws SQLException {
        ErrorClaims named = new ErrorClaims(failure);
        ErrorContext context = ErrorContext.read(connection, named.schemaOids(), named.schemasInQuestion());
        NamedThings things = NamedThings.read(connection, named.wanted());
        List<Claim> claims = named.claims(context, things);
        Claims claimed = new Claims(claims, false, List.of(), false).and(named.tools(), ClaimSource.ERROR);
        // what a migration has left half done is of interest if it is that which keeps its tool from going on
        List<Migrations> migrations = named.tools().isEmpty() ? List.of() : settings.migrations();
        CleanupReport report = new CleanupRun(
                        connection,
                        settings.with(change -> change.claims(claimed).migrations(migrations)))
                .check();
        Look look = new Look(report.database(), report.serverVersion(), report.notLookedAt());
        // what is renamed has not the name that the error tells
        List<Result> results = report.results().stream()
                .filter(result -> !result.finding().evidence().containsKey("quarantined_as"))
                .filter(result ->
                        !OF_INTEREST_IF_CLAIMED.contains(result.finding().code())
                                || result.finding().claimedBy() != null)
                .toList();
        return new Explainer(failure).explain(claims, context, things, results, look);
    }
}
