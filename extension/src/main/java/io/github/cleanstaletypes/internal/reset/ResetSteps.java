package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.ResetReport.Outcome;
import io.github.cleanstaletypes.internal.reset.state.ResetStep;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.AlreadyNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.DropOld;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.GoBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.MakeNew;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.Refused;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.SwapBack;
import io.github.cleanstaletypes.internal.reset.state.ResetStep.TakeBack;
import java.sql.SQLException;
import java.util.List;

/** Has each step done by whom it concerns. */
final class ResetSteps implements ResetStep.Doer<ResetReport> {

    private final ResetContext context;

    ResetSteps(ResetContext context) {
        this.context = context;
    }

    @Override
    public ResetReport makeNew(MakeNew step) throws InterruptedException, SQLException {
        return new NewDatabase(context).make(step);
    }

    @Override
    public ResetReport alreadyNew(AlreadyNew step) {
        return new ReportBuilder(context, context.request().dryRun() ? Outcome.PLANNED : Outcome.NEW_ALREADY)
                .present(step.present().oid())
                .setAside(step.old().name(), step.old().oid())
                .build();
    }

    @Override
    public ResetReport alreadyBack(AlreadyBack step) {
        return new ReportBuilder(context, context.request().dryRun() ? Outcome.PLANNED : Outcome.BACK_ALREADY)
                .present(step.present().oid())
                .setAside(step.other().name(), step.other().oid())
                .build();
    }

    @Override
    public ResetReport swapBack(SwapBack step) throws InterruptedException, SQLException {
        return new OldDatabases(context).swapBack(step);
    }

    @Override
    public ResetReport takeBack(TakeBack step) throws InterruptedException, SQLException {
        return new OldDatabases(context).takeBack(step);
    }

    @Override
    public ResetReport goBack(GoBack step) throws SQLException {
        return new OldDatabases(context).goBack(step);
    }

    @Override
    public ResetReport dropOld(DropOld step) throws SQLException {
        return new OldDatabases(context).drop(step);
    }

    @Override
    public ResetReport refused(Refused step) {
        throw ResetException.refused(List.of(step.why()));
    }
}
