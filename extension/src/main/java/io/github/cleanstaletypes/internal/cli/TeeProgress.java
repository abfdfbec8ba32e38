package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.List;

/** Tells two listeners, one after the other; what the first one refuses to hear, the second one does not hear of. */
record TeeProgress(Progress first, Progress second) implements Progress {

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        first.waitingForCreators(creators, atMost);
        second.waitingForCreators(creators, atMost);
    }

    @Override
    public void waitingForWriters(List<Creator> writers, Duration atMost) {
        first.waitingForWriters(writers, atMost);
        second.waitingForWriters(writers, atMost);
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        first.waitingForLock(holders, atMost);
        second.waitingForLock(holders, atMost);
    }

    @Override
    public void waitingForQuiet(Duration length) {
        first.waitingForQuiet(length);
        second.waitingForQuiet(length);
    }

    @Override
    public void probed(Probe probe) {
        first.probed(probe);
        second.probed(probe);
    }

    @Override
    public void preparing(List<Step> steps) {
        first.preparing(steps);
        second.preparing(steps);
    }

    @Override
    public void starting(Step step) {
        first.starting(step);
        second.starting(step);
    }

    @Override
    public void done(Result result) {
        first.done(result);
        second.done(result);
    }
}
