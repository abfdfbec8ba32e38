package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.ResetReport.Outcome;
import io.github.cleanstaletypes.internal.reset.form.DatabaseForm;
import io.github.cleanstaletypes.internal.reset.form.FormReader;
import io.github.cleanstaletypes.internal.reset.form.FormRefusal;
import io.github.cleanstaletypes.internal.reset.form.FormRefusals;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.MakeNew;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.swap.DatabaseDdl;
import io.github.cleanstaletypes.internal.reset.swap.NewName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a new database beside the present one, and lets it take the name. */
final class NewDatabase {

    private final ResetContext context;

    NewDatabase(ResetContext context) {
        this.context = context;
    }

    /** Refuses it, tells what it would do, or does it. */
    ResetReport make(MakeNew step) throws InterruptedException, SQLException {
        SeenDatabase present = step.present();
        ResetRefusals refusals =
                new ResetRefusals(context, present).ofRights(true).ofObstacles().ofSessions();
        DatabaseForm form = form(present, refusals);
        refusals.check();
        if (form == null) {
            throw new IllegalStateException("read, or refused");
        }
        boolean dry = context.request().dryRun();
        ReportBuilder report = new ReportBuilder(context, dry ? Outcome.PLANNED : Outcome.NEW)
                .carried(CarriedForm.inWords(form))
                .notCarried(CarriedForm.leftOut(form));
        SeenDatabase leftover = step.leftover();
        if (leftover != null) {
            report.step("drop " + ResetContext.quoted(leftover.name()) + ", which an interrupted reset has left")
                    .dropped(leftover.name(), null);
            if (!dry) {
                DatabaseDdl.drop(context.maintenance(), leftover.name(), true);
            }
        }
        return dry ? planned(present, report) : made(present, form, report);
    }

    private @Nullable DatabaseForm form(SeenDatabase present, ResetRefusals refusals) throws SQLException {
        try (Connection inside = context.connections().in(present)) {
            DatabaseForm form = FormReader.read(context.maintenance(), inside, present.name());
            for (FormRefusal refusal : FormRefusals.of(form)) {
                if (refusal.kind() == FormRefusal.Kind.REFUSED) {
                    refusals.add(refusal.what() + ": " + refusal.why());
                }
            }
            return form;
        } catch (ResetException e) {
            refusals.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private ResetReport planned(SeenDatabase present, ReportBuilder report) throws SQLException {
        String old = context.names().setAside(present.oid());
        report.step("make a new database from template0" + BesideDatabase.size(context));
        context.sessions(List.of(present.oid())).forEach(session -> report.step("end " + session.inWords()));
        return report.step("rename " + context.quotedName() + " to " + ResetContext.quoted(old)
                        + ", and the new one to " + context.quotedName() + ", in one transaction")
                .present(present.oid())
                .build();
    }

    private ResetReport made(SeenDatabase present, DatabaseForm form, ReportBuilder report)
            throws InterruptedException, SQLException {
        String newName = context.names().unfinished(present.oid());
        String oldName = context.names().setAside(present.oid());
        report.step("make a new database from template0" + BesideDatabase.size(context));
        BesideDatabase beside = new BesideDatabase(context, newName);
        SeenDatabase made = beside.make(form);
        context.awaitOwnSessionsGone(List.of(present.oid(), made.oid()));
        report.step("rename " + context.quotedName() + " to " + ResetContext.quoted(oldName) + ", and the new one to "
                + context.quotedName() + ", in one transaction");
        try {
            Swapping.swap(
                    context,
                    report,
                    List.of(
                            new NewName(present, oldName),
                            new NewName(made, context.request().name())));
        } catch (ResetException | SQLException e) {
            beside.removeAfter(e);
            throw e;
        }
        return report.present(made.oid()).setAside(oldName, present.oid()).build();
    }
}
