package io.github.cleanstaletypes.internal.cli.json;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that one command has to say at its end. Immutable.
 *
 * @param version the version of this product
 * @param command the command, such as {@code clean}
 * @param reports a report for each database; one that broke off has what was done until then
 * @param exitCode what the process will exit with
 * @param error why the command could not do its work, or null
 */
public record Document(
        String version,
        String command,
        List<CleanupReport> reports,
        int exitCode,
        @Nullable String error) {

    public Document {
        reports = List.copyOf(reports);
    }

    /** How many findings were healed or still need attention. */
    public long found() {
        return cleaned() + remaining();
    }

    /** How many findings were healed. */
    public long cleaned() {
        return reports.stream().mapToLong(CleanupReport::cleaned).sum();
    }

    /** How many findings still need somebody's attention. */
    public long remaining() {
        return reports.stream().mapToLong(CleanupReport::remaining).sum();
    }

    /** Whether nothing needs anybody's attention, in none of the databases. */
    public boolean clean() {
        return reports.stream().allMatch(CleanupReport::isClean);
    }

    /** How many standalone types were not judged. */
    public long unjudged() {
        return reports.stream()
                .mapToLong(report -> report.coverage().unjudged())
                .sum();
    }

    /** All results. */
    public List<Result> results() {
        return reports.stream().flatMap(report -> report.results().stream()).toList();
    }
}
