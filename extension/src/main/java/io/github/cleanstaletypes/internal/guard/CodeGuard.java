package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.guard.live.GivingWay;
import io.github.cleanstaletypes.internal.guard.report.Attempt;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.ConnectionSource;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.report.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Runs code of this JVM under the lock, once, in the thread that asks for it. Not thread-safe. */
public final class CodeGuard<T extends @Nullable Object> {

    private final GuardedCode<T> guarded;
    private final Guard guard;
    private @Nullable GuardReport report;

    /** Creates a guard that the calling thread is to run. */
    public CodeGuard(Callable<T> code, ConnectionSource database, RunSettings settings, Narrator narrator) {
        GuardConnections sessions = new GuardConnections(database, null, settings.waits(), narrator);
        this.guarded = new GuardedCode<>(code, sessions, narrator);
        this.guard = new Guard(guarded, settings, sessions, narrator, GivingWay.never());
    }

    /** Runs the code to its end. A thread that somebody has interrupted is still interrupted afterwards. */
    public void run() {
        report = guard.run(signals -> {});
        if (guard.wasInterrupted() || guarded.wasInterrupted()) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the code has been run at all. */
    public boolean started() {
        return guarded.started();
    }

    /** Whether the lock was lost. */
    public boolean lockLost() {
        return guard.stopped();
    }

    /** What the code has returned; null if it has not. */
    public @Nullable T result() {
        return guarded.result();
    }

    /** What the code has thrown the last time; null if it has not. */
    public @Nullable Throwable failure() {
        return guarded.failure();
    }

    /** Why the guard failed, one line without a password; null if it did not. */
    public @Nullable String error() {
        return report == null ? null : report.error();
    }

    /** Why the code failed the last time, as far as it could be explained. */
    public Optional<Explanation> explanation() {
        List<Attempt> attempts = report == null ? List.of() : report.attempts();
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(attempts.get(attempts.size() - 1).explanation());
    }
}
