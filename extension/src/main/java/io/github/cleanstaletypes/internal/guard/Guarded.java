package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.guard.report.SeenWait;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What a guard runs: a process, or code of this JVM. Called by the guard's thread, once or several times. */
interface Guarded {

    /** What it is called in what is told, such as {@code flyway}. */
    String name();

    /** Makes sure that it can be run at all, before anything else is done; throws a guard's exception if not. */
    void check();

    /** The guards that it may be inside of: one that holds the lock of its database holds it for this one too. */
    List<GuardToken> around();

    /** What has to be held while it runs. */
    LockRequest request();

    /** Is told that it will run under the lock of this guard around it. */
    void inside(GuardToken outer);

    /** Is told under whose lock it will run, before anything is changed or ended. */
    void under(LockSession session) throws InterruptedException, SQLException;

    /** Whether the lock was proved, for a report; empty if that was not tried. */
    default Optional<String> proof() {
        return Optional.empty();
    }

    /** What it was seen to wait for, in all of its runs that are over. */
    default List<SeenWait> waits() {
        return List.of();
    }

    /** Runs to its end. Tells the control when it has started and when it has ended. */
    Ended run(Control control) throws InterruptedException;
}
