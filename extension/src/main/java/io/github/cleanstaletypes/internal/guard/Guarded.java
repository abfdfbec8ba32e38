package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.sql.SQLException;
import java.util.List;

/** What a guard runs: a process, or code of this JVM. Called by the guard's thread, once or several times. */
interface Guarded {

    /** What it is called in what is told, such as {@code flyway}. */
    String name();

    /** Makes sure that it can be run at all, before anything else is done; throws a guard's exception if not. */
    void check();

    /** The guards that it may be inside of: one that holds the lock of its database holds it for this one too. */
    List<GuardToken> around();

    /**
     * Is told whose lock it will run under; not where that is a guard around.
     *
     * @param pooled whether a pooler is between it and the server
     */
    void under(LockSession session, boolean pooled) throws SQLException;

    /** Runs to its end. Tells the control when it has started and when it has ended. */
    Ended run(Control control) throws InterruptedException;
}
