package io.github.cleanstaletypes.report;

import org.jspecify.annotations.Nullable;

/**
 * Says what came of one of several databases. Immutable.
 *
 * @param report what was found and done there; until it broke off, if it did
 * @param failure why the run there could not finish, in one line; null if it did
 */
public record DatabaseReport(CleanupReport report, @Nullable String failure) {

    /** The database's name. */
    public String database() {
        return report.database();
    }
}
