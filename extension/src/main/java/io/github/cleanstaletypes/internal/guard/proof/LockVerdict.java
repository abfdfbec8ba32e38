package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import java.sql.SQLException;

/**
 * What a second session has shown about the lock. Immutable.
 *
 * @param outcome what it was
 * @param why how that was seen; for a proof nothing
 */
record LockVerdict(Outcome outcome, String why) {

    /** What it can be. */
    enum Outcome {
        /** The session was held off by the guard's. */
        PROVED,
        /** It has shown nothing. */
        NOT_PROVED,
        /** The lock holds nobody off. */
        REFUTED
    }

    static final LockVerdict PROVED = new LockVerdict(Outcome.PROVED, "");

    static LockVerdict notProved(String why) {
        return new LockVerdict(Outcome.NOT_PROVED, why);
    }

    static LockVerdict refuted(String why) {
        return new LockVerdict(Outcome.REFUTED, why);
    }

    /**
     * The same, unless the lock's session is another one of the server's by now.
     *
     * @throws SQLException if the lock was lost meanwhile: then it is no wonder that others get it
     */
    LockVerdict confirmedBy(LockSession guard, String source) throws SQLException {
        return guard.leadsNow().pooled()
                ? refuted("the session that has the lock of " + source + " is another one of the server's by now; "
                        + LockTrial.POOLER)
                : this;
    }

    /**
     * Tells it.
     *
     * @param start when the proof was begun, as {@link System#nanoTime} told it
     * @throws GuardException if the lock holds nobody off
     */
    void tell(Narrator narrator, long start) {
        switch (outcome) {
            case PROVED -> narrator.step("lock proved by a second session", Narrator.since(start));
            case NOT_PROVED -> narrator.warn("the lock is not proved: " + why + "; going on without proof");
            case REFUTED -> throw new GuardException(why + "; the command was not started");
        }
    }

    /** For a report: {@code proved}, or {@code not proved} or {@code refuted} and why. */
    String inWords() {
        return switch (outcome) {
            case PROVED -> "proved";
            case NOT_PROVED -> "not proved: " + why;
            case REFUTED -> "refuted: " + why;
        };
    }
}
