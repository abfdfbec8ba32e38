package io.github.cleanstaletypes.internal.guard.report;

/** The guard could not do its part. The message is one line and holds no password. */
public final class GuardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public GuardException(String message) {
        this(ExitStatus.OWN_FAILURE, message);
    }

    public GuardException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What the process is to exit with. */
    public int status() {
        return status;
    }
}
