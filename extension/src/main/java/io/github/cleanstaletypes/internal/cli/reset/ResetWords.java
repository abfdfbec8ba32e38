package io.github.cleanstaletypes.internal.cli.reset;

import io.github.cleanstaletypes.internal.reset.ResetReport;
import io.github.cleanstaletypes.internal.reset.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what has come of a reset into lines. Stateless. */
final class ResetWords {

    private ResetWords() {}

    /** One step, as it is begun or as it would be done. */
    static String step(String line, boolean dryRun) {
        return dryRun ? "Would " + line : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1) + "...";
    }

    /** What is told even to those who want to hear nothing: whom it cost a session, and what is lacking now. */
    static List<String> attention(ResetReport report) {
        List<String> lines = new ArrayList<>();
        report.ended().forEach(session -> lines.add("⚠️  Ended " + session.inWords()));
        report.notCarried().forEach(what -> lines.add("⚠️  Not carried over: " + what));
        return lines;
    }

    /** How it went, and what can be done next. */
    static List<String> ended(ResetReport report) {
        String name = quoted(report.database());
        List<String> lines = new ArrayList<>();
        switch (report.outcome()) {
            case PLANNED -> {
                if (report.steps().isEmpty()) {
                    lines.add("There is nothing to do.");
                }
                carried(report, "Would carry over", lines);
                lines.add("Nothing was changed.");
            }
            case NEW -> {
                carried(report, "Carried over", lines);
                lines.add("✅ Database " + name + " is new and empty. The former one stays as " + old(report) + ".");
                lines.add(
                        "Applications that reconnect meet the empty database from now on, before anything has migrated it.");
                next(report, lines);
            }
            case NEW_ALREADY -> {
                lines.add("✅ Database " + name + " is new already: nothing has been created in it since " + old(report)
                        + " was set aside.");
                next(report, lines);
            }
            case TAKEN_BACK ->
                lines.add("✅ Database " + name + " is the former one again."
                        + report.old()
                                .map(other -> " The other one stays as " + quoted(other) + ".")
                                .orElse(""));
            case BACK_ALREADY ->
                lines.add("✅ Database " + name + " is the former one already. The other one stays as " + old(report)
                        + ".");
            case NEVER_SWAPPED -> lines.add("✅ Database " + name + " is what it was before the interrupted reset.");
            case DROPPED -> lines.add(dropped(report));
        }
        return lines;
    }

    private static void carried(ResetReport report, String verb, List<String> lines) {
        if (!report.carried().isEmpty()) {
            lines.add(verb + ": " + String.join("; ", report.carried()) + ".");
        }
    }

    private static void next(ResetReport report, List<String> lines) {
        lines.add("To take it back: reset --undo --confirm " + word(report.database()));
        lines.add("To drop the former one: reset --drop-old --confirm " + word(report.database()));
    }

    private static String dropped(ResetReport report) {
        if (report.dropped().isEmpty()) {
            return "No database of this name is set aside.";
        }
        long known = report.dropped().stream()
                .mapToLong(one -> one.bytes() == null ? 0 : one.bytes())
                .sum();
        return "✅ Dropped " + report.dropped().size()
                + (report.dropped().size() == 1 ? " database" : " databases")
                + (known == 0 ? "" : ", " + Sizes.inWords(known));
    }

    private static String old(ResetReport report) {
        return quoted(report.old().orElse(""));
    }

    /** As a shell takes it for one word. */
    private static String word(String name) {
        return name.matches("[A-Za-z0-9_.-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
