package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.report.Explanation;
import java.time.Duration;
import java.util.List;

/** Tells nobody. */
final class SilentNarrator implements Narrator {
    @Override
    public void step(String what, Duration took) {}

    @Override
    public void warn(String what) {}

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {}

    @Override
    public void waitingForLock(String holder, Duration atMost) {}

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {}

    @Override
    public void explained(Explanation explanation, Next next) {}

    @Override
    public void unexplained(boolean unread) {}
}
