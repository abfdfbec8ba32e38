package io.github.cleanstaletypes.internal.guard.proof;

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

    /** For a report: {@code proved}, or {@code not proved} or {@code refuted} and why. */
    String inWords() {
        return switch (outcome) {
            case PROVED -> "proved";
            case NOT_PROVED -> "not proved: " + why;
            case REFUTED -> "refuted: " + why;
        };
    }
}
