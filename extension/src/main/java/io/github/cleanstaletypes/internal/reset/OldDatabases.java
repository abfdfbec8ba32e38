package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.ResetReport.Outcome;
import io.github.cleanstaletypes.internal.reset.look.DatabaseLook;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.DropOld;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.GoBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.SwapBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.TakeBack;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.swap.DatabaseDdl;
import io.github.cleanstaletypes.internal.reset.swap.NewName;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Takes databases that were set aside back, or drops them. */
final class OldDatabases {

    private final ResetContext context;

    OldDatabases(ResetContext context) {
        this.context = context;
    }

    /** Swaps the present one and the one set aside last. */
    ResetReport swapBack(SwapBack step) throws InterruptedException, SQLException {
        SeenDatabase present = step.present();
        SeenDatabase old = step.old();
        refusals(List.of(present, old))
                .ofRights(true)
                .ofObstacles()
                .ofSessions()
                .check();
        String newName = context.names().setAside(present.oid());
        ReportBuilder report = report(Outcome.TAKEN_BACK)
                .step("rename " + context.quotedName() + " to " + ResetContext.quoted(newName) + ", and "
                        + ResetContext.quoted(old.name()) + " to " + context.quotedName() + ", in one transaction");
        if (dry()) {
            return report.present(present.oid()).build();
        }
        Swapping.swap(
                context,
                report,
                List.of(
                        new NewName(present, newName),
                        new NewName(old, context.request().name())));
        return report.present(old.oid()).setAside(newName, present.oid()).build();
    }

    /** Gives a name back that none has. */
    ResetReport takeBack(TakeBack step) throws InterruptedException, SQLException {
        SeenDatabase old = step.old();
        refusals(List.of(old)).ofRights(true).ofObstacles().ofSessions().check();
        ReportBuilder report = report(Outcome.TAKEN_BACK)
                .step("rename " + ResetContext.quoted(old.name()) + " to " + context.quotedName()
                        + ", a name that no database has");
        if (!dry()) {
            Swapping.swap(
                    context, report, List.of(new NewName(old, context.request().name())));
            report.present(old.oid());
        }
        return report.build();
    }

    /** Drops what an interrupted reset has left. */
    ResetReport goBack(GoBack step) throws SQLException {
        SeenDatabase leftover = step.leftover();
        refusals(List.of(leftover)).ofRights(false).check();
        ReportBuilder report = report(Outcome.NEVER_SWAPPED)
                .present(step.present().oid())
                .step("drop " + ResetContext.quoted(leftover.name()) + ", which an interrupted reset has left: "
                        + context.quotedName() + " never lost its name");
        if (!dry()) {
            DatabaseDdl.drop(context.maintenance(), leftover.name(), true);
        }
        return report.dropped(leftover.name(), null).build();
    }

    /** Drops those that were set aside. */
    ResetReport drop(DropOld step) throws SQLException {
        List<SeenDatabase> old = step.old();
        refusals(old)
                .ofRights(false)
                .ofTemplates(old)
                .ofObstacles()
                .ofSessions()
                .check();
        Map<Long, Long> sizes = DatabaseLook.sizes(
                context.maintenance(), old.stream().map(SeenDatabase::oid).toList());
        ReportBuilder report = report(Outcome.DROPPED);
        for (SeenDatabase one : old) {
            Long bytes = sizes.get(one.oid());
            report.step("drop " + ResetContext.quoted(one.name()) + (bytes == null ? "" : ", " + Sizes.inWords(bytes)));
            if (!dry()) {
                DatabaseDdl.drop(
                        context.maintenance(), one.name(), context.request().endSessions());
            }
            report.dropped(one.name(), bytes);
        }
        return report.build();
    }

    private ResetRefusals refusals(List<SeenDatabase> databases) {
        return new ResetRefusals(context, databases);
    }

    private ReportBuilder report(Outcome outcome) {
        return new ReportBuilder(context, dry() ? Outcome.PLANNED : outcome);
    }

    private boolean dry() {
        return context.request().dryRun();
    }
}
