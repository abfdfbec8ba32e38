package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells what goes on in one database of several that are worked on at a time: what is waited for at once, the changes in one piece at the
 * end. For one thread; several objects can share an output.
 */
final class DeferredProgress implements Progress {

    private final Output output;
    private final List<Consumer<Progress>> changes = new ArrayList<>();

    DeferredProgress(Output output) {
        this.output = output;
    }

    void release(String database) {
        if (changes.isEmpty()) {
            return;
        }
        synchronized (output) {
            output.database(database);
            changes.forEach(change -> change.accept(output));
        }
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        synchronized (output) {
            output.waitingForCreators(creators, atMost);
        }
    }

    @Override
    public void waitingForWriters(List<Creator> writers, Duration atMost) {
        synchronized (output) {
            output.waitingForWriters(writers, atMost);
        }
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        synchronized (output) {
            output.waitingForLock(holders, atMost);
        }
    }

    @Override
    public void waitingForQuiet(Duration length) {
        synchronized (output) {
            output.waitingForQuiet(length);
        }
    }

    @Override
    public void probed(Probe probe) {
        changes.add(listener -> listener.probed(probe));
    }

    @Override
    public void starting(Step step) {
        changes.add(listener -> listener.starting(step));
    }

    @Override
    public void done(Result result) {
        changes.add(listener -> listener.done(result));
    }
}
