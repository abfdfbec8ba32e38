package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.internal.text.LogReport;
import io.github.cleanstaletypes.internal.text.TextReport;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Tells what was found and done, as report entries and in the log. Of health it is silent. */
final class ReportPublisher {

    private ReportPublisher() {}

    static void of(CleanupReport report, ExtensionContext context) {
        List<Result> told =
                report.results().stream().filter(TextReport::tellsOf).toList();
        told.forEach(result -> context.publishReportEntry(entry(result)));
        report.coverage().unjudgedNames().forEach(names -> context.publishReportEntry(unjudged(names)));
        report.coverage().unjudgedMigrations().forEach(reason -> context.publishReportEntry(unjudged(reason)));
        if (!told.isEmpty() || report.coverage().lacksClaimed()) {
            // not a field: without a provider SLF4J complains as soon as it is asked for a logger
            LogReport.write(report, Audience.JUNIT, LoggerFactory.getLogger(CleanStaleTypes.class));
        }
    }

    private static Map<String, String> unjudged(String what) {
        return Map.of("clean-stale-types", "not judged", "explanation", Harmless.line(what));
    }

    private static Map<String, String> entry(Result result) {
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("clean-stale-types", result.finding().code().name());
        entry.put("name", Harmless.line(result.finding().title()));
        entry.put("outcome", result.outcome().word());
        entry.put("explanation", Harmless.line(Audience.JUNIT.words(result.explanation())));
        entry.put("remedy", Harmless.line(Audience.JUNIT.words(result.remedy())));
        result.undo().ifPresent(undo -> entry.put("undo", Harmless.undo(undo, Audience.JUNIT)));
        return entry;
    }
}
