package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.List;

/** Is told what is going on while it goes on; by the thread that cleans. Each method does nothing unless overridden. */
public interface Progress {

    /** Tells nobody. */
    Progress SILENT = new Progress() {};

    /** Transactions that are creating something are being waited for. */
    default void waitingForCreators(List<Creator> creators, Duration atMost) {}

    /** Transactions that have written something, which may be a function that uses a type, are being waited for before it is removed. */
    default void waitingForWriters(List<Creator> writers, Duration atMost) {}

    /**
     * Somebody else holds the advisory lock, and is being waited for.
     *
     * @param holders who; empty if they are gone by now
     */
    default void waitingForLock(List<LockHolder> holders, Duration atMost) {}

    /** Whether anybody else connects is being watched, before a lock row of a migration tool is freed. */
    default void waitingForQuiet(Duration length) {}

    /** A claimed name was tried. */
    default void probed(Probe probe) {}

    /** These are about to be carried out, one after the other: what undoes them must be kept before this returns. Not told of each step. */
    default void preparing(List<Step> steps) {}

    /** A step that changes something is about to be carried out. */
    default void starting(Step step) {}

    /** A step that was to change something is over. */
    default void done(Result result) {}
}
