package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Passes progress on, and remembers what was done: a run that breaks off must not keep its undo to itself. */
final class Recorder implements Progress {

    private final Progress listener;
    private final List<Result> done = new ArrayList<>();

    Recorder(Progress listener) {
        this.listener = listener;
    }

    List<Result> done() {
        return done.stream().filter(result -> result.outcome().healed()).toList();
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        listener.waitingForCreators(creators, atMost);
    }

    @Override
    public void waitingForLock(Duration atMost) {
        listener.waitingForLock(atMost);
    }

    @Override
    public void starting(Step step) {
        listener.starting(step);
    }

    @Override
    public void done(Result result) {
        done.add(result);
        listener.done(result);
    }
}
