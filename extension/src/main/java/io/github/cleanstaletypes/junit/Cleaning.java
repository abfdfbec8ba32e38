package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What is done for one test class.
 *
 * @param wanted what is wanted
 * @param database where
 * @param loader where its class path is
 */
record Cleaning(CleaningRequest wanted, Database database, ClassLoader loader) {

    /**
     * Looks, cleans if that is wanted, and tells what is worth telling.
     *
     * @throws Misuse if the database cannot be used
     * @throws StaleTypesFound if something remains that the mode does not put up with
     */
    CleanupReport run(ExtensionContext context) {
        CleanupReport report;
        try (OpenedLocations opened = OpenedLocations.open(wanted.locations(), loader)) {
            Cleaner types = opened.migrations().map(types()::claimingPending).orElse(types());
            report = wanted.mode() == Mode.CLEAN ? types.clean() : types.check();
        } catch (RunFailedException e) {
            ReportPublisher.of(new CleanupReport("", e.serverVersion(), e.done(), List.of()), context);
            throw new Misuse(database.where() + ": " + e.getMessage(), e);
        }
        ReportPublisher.of(report, context);
        if (!report.isClean() && wanted.mode() != Mode.REPORT) {
            throw new StaleTypesFound(database, report, wanted.mode());
        }
        return report;
    }

    /** The names that are claimed by hand, in this database. */
    Cleaner types() {
        Cleaner types = Cleaner.in(database.dataSource()).claiming(wanted.claims());
        if (wanted.lockWait() != null) {
            types = types.waitingForLock(wanted.lockWait());
        }
        if (wanted.creatorsWait() != null) {
            types = types.waitingForCreators(wanted.creatorsWait());
        }
        return wanted.freeLocks() ? types.freeingLocks() : types;
    }
}
