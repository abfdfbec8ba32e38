package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.report.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is told, for a test to read. */
public final class RecordingNarrator implements Narrator {

    private final List<String> steps = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    public List<String> steps() {
        return steps;
    }

    public List<String> warnings() {
        return warnings;
    }

    @Override
    public void step(String what, Duration took) {
        steps.add(what + (took.isZero() ? "" : " (" + took.toMillis() + " ms)"));
    }

    @Override
    public void warn(String what) {
        warnings.add(what);
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        warnings.add("waiting for the database: " + failure);
    }

    @Override
    public void waitingForLock(String holder, Duration atMost) {
        warnings.add("waiting for the lock: " + holder);
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        warnings.add("waiting for creators: " + creators);
    }

    @Override
    public void explained(Explanation explanation, Next next) {
        warnings.add(explanation.cause() + " " + next);
    }

    @Override
    public void unexplained(boolean unread) {
        warnings.add("unexplained");
    }
}
