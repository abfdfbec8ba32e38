package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * Says of a run as a whole that the database is clean, or why that cannot be said. A contract: people grep for these lines. Stateless.
 */
public final class Verdict {

    public static final String NONE_FOUND = "✅ No stale types found. Database is clean.";
    static final String ONLY_NOTES = "No stale types found. What else is not well is noted above.";

    private static final int SHOWN = 10;

    private Verdict() {}

    /** The lines for these reports, of one database or of several; none where findings and other lines have said it all. */
    public static List<String> lines(List<CleanupReport> reports) {
        List<String> lines = new ArrayList<>();
        for (CleanupReport report : reports) {
            if (!report.coverage().unjudgedTypes().isEmpty()) {
                lines.add((reports.size() > 1 ? TextReport.database(report.database()) + " " : "") + unclaimed(report));
            }
        }
        if (reports.stream().allMatch(Verdict::noneFound)) {
            lines.add(reports.stream().anyMatch(Verdict::noted) ? ONLY_NOTES : NONE_FOUND);
        }
        return lines;
    }

    /** What was claimed by hand and not judged, a line each. */
    public static List<String> unjudgedNames(CleanupReport report) {
        return notJudged(report.coverage().unjudgedNames(), report.coverage().strict());
    }

    /** Why pending migrations were not judged, a line each. */
    public static List<String> unjudgedMigrations(CleanupReport report) {
        return notJudged(
                report.coverage().unjudgedMigrations(), report.coverage().strict());
    }

    /** What of the pending migrations was not judged, a line each: a strict run puts up with it, since most migrations have such. */
    public static List<String> unreadParts(CleanupReport report) {
        return notJudged(report.coverage().unreadParts(), false);
    }

    private static List<String> notJudged(List<String> what, boolean strict) {
        String mark = strict ? "⚠️  Not judged: " : "Note: not judged: ";
        return what.stream().map(each -> mark + Harmless.line(each) + ".").toList();
    }

    /** Whether somebody may want to do something about it. */
    public static boolean needsAttention(Probe probe) {
        return probe.outcome() != Probe.Outcome.FREE;
    }

    private static String unclaimed(CleanupReport report) {
        long count = report.coverage().unjudged();
        List<String> names = report.coverage().unjudgedTypes();
        String shown = String.join(", ", names.stream().limit(SHOWN).toList()) + (names.size() > SHOWN ? ", …" : "");
        return "No name is claimed, so " + count + (count == 1 ? " standalone type was" : " standalone types were")
                + " not judged: " + Harmless.line(shown);
    }

    /** Whether each claimed name was judged, nothing was found, and nothing is in the making. */
    private static boolean noneFound(CleanupReport report) {
        return report.isClean()
                && report.cleaned() == 0
                && report.coverage().unjudgedTypes().isEmpty()
                && !report.coverage().lacksClaimed()
                && report.coverage().unreadParts().isEmpty()
                && report.probes().stream().noneMatch(Verdict::needsAttention)
                && report.results().stream().noneMatch(Verdict::inTheMaking);
    }

    private static boolean inTheMaking(Result result) {
        return result.outcome() == Outcome.NOTED && result.finding().code() == FindingCode.UNCOMMITTED_CREATION;
    }

    private static boolean noted(CleanupReport report) {
        return report.results().stream().anyMatch(TextReport::toldAsNote);
    }
}
