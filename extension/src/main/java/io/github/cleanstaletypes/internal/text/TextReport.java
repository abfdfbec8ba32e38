package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.FindingLines;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.internal.finding.remedy.Phrase;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The report as lines of text. Some of them are a contract: people grep for them. Stateless. */
public final class TextReport {

    public static final String CLEANING = "Cleaning up stale database types...";
    public static final String CHECKING = "Checking for stale PostgreSQL types...";
    public static final String COMPLETED = "✅ Database cleanup completed successfully";
    public static final String NOT_READY = "Database may not be ready yet. This is normal during startup.";

    /** Notes of these are worth a line: nobody has to do anything about them, and somebody may want to. */
    private static final Set<FindingCode> TOLD = EnumSet.of(
            FindingCode.UNCOMMITTED_CREATION,
            FindingCode.UNFINISHED_MIGRATION,
            FindingCode.INVALID_INDEX,
            FindingCode.PENDING_DETACH);

    private TextReport() {}

    public static String couldNotConnect(String why) {
        return "⚠️  Warning: Could not connect to database: " + Harmless.line(why);
    }

    /** The lines before a change. */
    public static List<String> starting(Step step) {
        Finding finding = step.finding().inReport();
        String name = Harmless.line(finding.label());
        return switch (step.action()) {
            case REMOVE ->
                index(finding)
                        ? List.of("Found the invalid index '" + name + "', which no query uses. Dropping it...")
                        : List.of(
                                "Found stale '" + name + "' type. Attempting cleanup...",
                                "Table '" + name + "' does not exist. Dropping stale type...");
            case DISCARD -> List.of();
            case RESTORE -> List.of("Giving the type '" + name + "' its name back...");
            case ROLL_BACK -> List.of("Rolling back the prepared transaction " + name + "...");
            case END -> List.of("Ending the session " + pid(finding) + ", which is idle in a transaction...");
            case FREE -> List.of("Freeing the lock in " + name + "...");
            case REFUSE, REPORT, NOTE -> List.of();
        };
    }

    /** The lines after a change; none if it was not made, which the end of the report tells. */
    public static List<String> done(Result result, Audience reader) {
        String name = Harmless.line(result.finding().label());
        return switch (result.outcome()) {
            case DROPPED ->
                List.of("✅ Successfully removed "
                        + (index(result.finding()) ? "the invalid index '" + name + "'" : "stale '" + name + "' type"));
            case QUARANTINED ->
                List.of(
                        "✅ Successfully removed stale '" + name + "' type",
                        "   It is renamed, not dropped, since sessions that are connected may still use it; a later run drops it, and "
                                + reader.words(Calls.RESTORE) + " undoes this.");
            case RESTORED -> List.of("✅ The type '" + name + "' has its name back");
            case ROLLED_BACK -> List.of("✅ Rolled back the prepared transaction " + name);
            case FREED -> List.of("✅ Freed the lock in " + name);
            case ENDED ->
                List.of("✅ Ended the session " + pid(result.finding()) + "; what it was creating is rolled back");
            case WAITED, REFUSED, REPORTED, NOTED, PLANNED -> List.of();
        };
    }

    /** What is left to say of one finding at the end: nothing of what was healed; of a sign of health only if all is wanted. */
    public static List<String> atTheEnd(Result result, Audience reader, boolean all) {
        Finding finding = result.finding();
        return switch (result.outcome()) {
            case DROPPED, QUARANTINED, RESTORED, FREED, ENDED, ROLLED_BACK -> List.of();
            case WAITED -> List.of("Waited for " + pid(finding) + ", which was creating something. It is over now.");
            case NOTED ->
                all || toldAsNote(result)
                        ? List.of("Note: " + FindingLines.heading(finding) + ": "
                                + Harmless.line(reader.words(result.explanation())))
                        : List.of();
            case REFUSED, REPORTED -> block("⚠️  ", result, reader);
            case PLANNED -> block("Planned: ", result, reader);
        };
    }

    /** Whether it is a note that is worth a line: nobody has to do anything about it, and all is not well. */
    static boolean toldAsNote(Result result) {
        return result.outcome() == Outcome.NOTED
                && TOLD.contains(result.finding().code());
    }

    /** Whether there is anything to say of it, by itself or as it was done. */
    public static boolean tellsOf(Result result) {
        return result.outcome().healed()
                || !atTheEnd(result, Audience.COMMAND_LINE, false).isEmpty();
    }

    /** The line that tells what came of trying a name. */
    public static String probed(Probe probe) {
        return "Probed " + Harmless.line(probe.display()) + ": "
                + probe.outcome().word()
                + (probe.detail().isEmpty() ? "" : ", " + Harmless.line(probe.detail()));
    }

    /** The line above what is about this database of several. */
    public static String database(String name) {
        return "Database " + Harmless.line(new SqlName(null, name).toString()) + ":";
    }

    /** The lines that tell what a run did not look at: how much in one short line, or all of it, of each database. */
    public static List<String> notLookedAt(List<CleanupReport> reports, Audience reader, boolean all) {
        int things = reports.stream().mapToInt(report -> notTold(report).size()).sum();
        if (!all) {
            return things == 0
                    ? List.of()
                    : List.of("Not looked at: " + things + (things == 1 ? " thing" : " things") + " ("
                            + reader.words(Phrase.ALL_NOT_LOOKED_AT.words()) + ").");
        }
        return reports.stream()
                .filter(report -> !notTold(report).isEmpty())
                .map(report -> (reports.size() > 1 ? database(report.database()) + " not" : "Not") + " looked at: "
                        + Harmless.line(reader.words(String.join("; ", notTold(report)))) + ".")
                .toList();
    }

    /** Without what stands in lines of its own. */
    private static List<String> notTold(CleanupReport report) {
        return report.notLookedAt().stream()
                .filter(sentence -> !report.coverage().unjudgedMigrations().contains(sentence)
                        && !report.coverage().unreadParts().contains(sentence))
                .toList();
    }

    private static List<String> block(String mark, Result result, Audience reader) {
        Finding finding = result.finding();
        List<String> lines = new ArrayList<>();
        lines.add(mark + FindingLines.heading(finding));
        lines.add("   " + Harmless.line(reader.words(result.explanation())));
        FindingLines.evidence(finding).forEach(fact -> lines.add("   " + fact));
        if (result.outcome() == Outcome.PLANNED) {
            result.undo()
                    .ifPresent(undo ->
                            lines.add("   undo: " + Harmless.undo(undo, reader).replace("\n", "\n         ")));
        } else {
            lines.add("   What to do: " + Harmless.line(reader.words(result.remedy())));
        }
        return lines;
    }

    private static boolean index(Finding finding) {
        return finding.code() == FindingCode.INVALID_INDEX;
    }

    private static String pid(Finding finding) {
        return "pid " + finding.evidence().get("pid");
    }
}
