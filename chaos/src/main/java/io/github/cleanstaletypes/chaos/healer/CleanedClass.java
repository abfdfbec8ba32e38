package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.junit.CleanStaleTypes;
import io.github.cleanstaletypes.report.CleanupReport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user writes a class of tests like this one. The database and the names come from its caller, as JUnit's parameters. */
@CleanStaleTypes
class CleanedClass {

    private static final ThreadLocal<CleanupReport> REPORT = new ThreadLocal<>();

    /** Returns what the last run by this thread found and did; empty if it did not get as far. */
    static Optional<CleanupReport> takeReport() {
        Optional<CleanupReport> report = Optional.ofNullable(REPORT.get());
        REPORT.remove();
        return report;
    }

    @Test
    void gets_the_report(CleanupReport report) {
        REPORT.set(report);
    }
}
