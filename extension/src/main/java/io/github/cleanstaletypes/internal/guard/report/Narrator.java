package io.github.cleanstaletypes.internal.guard.report;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.report.Explanation;
import java.time.Duration;
import java.util.List;

/** Is told what a guard does while it does it. Called by more than one thread. */
public interface Narrator {

    /** A step is over. */
    void step(String what, Duration took);

    /** Something that needs attention, though the guard goes on. */
    void warn(String what);

    /** An attempt to connect failed, and there will be another one; called for each. */
    void waitingForDatabase(ConnectionFailure failure, Duration atMost);

    /** Somebody else holds the lock, or the holder is another one now. */
    void waitingForLock(String holder, Duration atMost);

    /** Transactions that are creating something are being waited for. */
    void waitingForCreators(List<Creator> creators, Duration atMost);

    /** The command has failed: why, and what follows. */
    void explained(Explanation explanation, Next next);

    /**
     * The command has failed, and nothing tells why.
     *
     * @param unread whether that is because its standard error was not read
     */
    void unexplained(boolean unread);

    /** Statements of SQL that somebody may want to have. */
    default void statements(String heading, String statements) {}

    /** The time that has passed since this value of {@link System#nanoTime()}. */
    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
