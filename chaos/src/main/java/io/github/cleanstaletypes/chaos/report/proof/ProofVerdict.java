package io.github.cleanstaletypes.chaos.report.proof;

/** What became of a proof. */
public enum ProofVerdict {
    PASSED("passed"),
    FAILED("FAILED"),
    NOT_RUN("not run"),
    UNREADABLE("UNREADABLE");

    private final String words;

    ProofVerdict(String words) {
        this.words = words;
    }

    /** Says it to a reader. */
    public String words() {
        return words;
    }

    /** Tells whether somebody has to look at it. */
    public boolean isBad() {
        return this == FAILED || this == UNREADABLE;
    }
}
