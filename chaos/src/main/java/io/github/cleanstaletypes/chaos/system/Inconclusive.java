package io.github.cleanstaletypes.chaos.system;

/** The fault that a scenario is about did not come about, so that the run shows nothing. That is a failure, not a pass. */
public final class Inconclusive extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says what should have been reached and what was seen. */
    public Inconclusive(String message) {
        super(message);
    }

    /** Says what should have been reached, and why it is certain that it was not. */
    public Inconclusive(String message, Throwable cause) {
        super(message, cause);
    }
}
