package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.ResetReport.DroppedDatabase;
import io.github.cleanstaletypes.internal.reset.ResetReport.Outcome;
import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a report holds, and tells each step as it comes. Not thread-safe. */
final class ReportBuilder {

    private final ResetContext context;
    private final Outcome outcome;
    private final List<String> steps = new ArrayList<>();
    private final List<String> carried = new ArrayList<>();
    private final List<String> notCarried = new ArrayList<>();
    private final List<DatabaseSession> ended = new ArrayList<>();
    private final List<DroppedDatabase> dropped = new ArrayList<>();
    private @Nullable Long oid;
    private @Nullable String old;
    private @Nullable Long oldOid;

    ReportBuilder(ResetContext context, Outcome outcome) {
        this.context = context;
        this.outcome = outcome;
    }

    /** The database that has the name in the end. */
    ReportBuilder present(long number) {
        oid = number;
        return this;
    }

    ReportBuilder setAside(String name, long number) {
        old = name;
        oldOid = number;
        return this;
    }

    /** Tells it, as what is being done or, in a dry run, would be. */
    ReportBuilder step(String line) {
        context.step(line);
        steps.add(line);
        return this;
    }

    ReportBuilder carried(List<String> lines) {
        carried.addAll(lines);
        return this;
    }

    ReportBuilder notCarried(List<String> lines) {
        notCarried.addAll(lines);
        return this;
    }

    ReportBuilder ended(List<DatabaseSession> sessions) {
        ended.addAll(sessions);
        return this;
    }

    ReportBuilder dropped(String name, @Nullable Long bytes) {
        dropped.add(new DroppedDatabase(name, bytes));
        return this;
    }

    ResetReport build() {
        return new ResetReport(
                context.request().action(),
                outcome,
                context.request().name(),
                context.connections().place().version(),
                oid,
                old,
                oldOid,
                carried,
                notCarried,
                ended,
                dropped,
                steps);
    }
}
