package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.text.TextReport;
import io.github.cleanstaletypes.report.ClaimSource;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.stream.Collectors;

/** Something is in the way of the names that are wanted; the message says all there is to say, so there is no stack trace. */
final class StaleTypesFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String BY_MIGRATIONS =
            "Names claimed by migration are those that pending migrations will create, by the migration tool's history in this database."
                    + " If they are not meant for it: @CleanStaleTypes(migrations = \"none\").";

    StaleTypesFound(Database database, CleanupReport report, Mode mode) {
        super(message(database, report, mode), null, false, false);
    }

    private static String message(Database database, CleanupReport report, Mode mode) {
        String findings = report.results().stream()
                .filter(result -> result.outcome().remains())
                .flatMap(result -> TextReport.atTheEnd(result, Audience.JUNIT, false).stream())
                .collect(Collectors.joining("\n"));
        long count = report.remaining();
        return count + (count == 1 ? " finding needs" : " findings need") + " attention in the database "
                + report.database() + " (" + database.where() + ")\n\n" + findings
                + (mode == Mode.FAIL ? "\n\nNothing was changed, as Mode.FAIL wants it." : "")
                + (claimedByMigrations(report) ? "\n\n" + BY_MIGRATIONS : "");
    }

    private static boolean claimedByMigrations(CleanupReport report) {
        return report.results().stream()
                .filter(result -> result.outcome().remains())
                .anyMatch(result -> result.finding().claimedBy() == ClaimSource.MIGRATION);
    }
}
