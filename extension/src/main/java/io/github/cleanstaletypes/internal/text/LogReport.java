package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** The report as entries of a log: nothing of health, what was healed as information, what remains as a warning. Stateless. */
public final class LogReport {

    private LogReport() {}

    /** Tells of each finding in an entry of its own, with what undoes a removal, and of what was claimed and not judged. */
    public static void write(CleanupReport report, Audience reader, Logger log) {
        for (Result result : report.results()) {
            String text = String.join("\n", lines(result, reader));
            if (result.outcome().remains()) {
                log.warn("{}", text);
            } else if (!text.isEmpty()) {
                log.info("{}", text);
            }
        }
        List<String> unjudged = Stream.concat(
                        Verdict.unjudgedNames(report).stream(), Verdict.unjudgedMigrations(report).stream())
                .toList();
        for (String line : unjudged) {
            if (report.coverage().strict()) {
                log.warn("{}", line);
            } else {
                log.info("{}", line);
            }
        }
    }

    private static List<String> lines(Result result, Audience reader) {
        if (!result.outcome().healed()) {
            return TextReport.atTheEnd(result, reader, false);
        }
        List<String> lines = new ArrayList<>(TextReport.done(result, reader));
        result.undo()
                .ifPresent(undo -> lines.add(
                        "   To have it back:\n   " + Harmless.undo(undo, reader).replace("\n", "\n   ")));
        return lines;
    }
}
