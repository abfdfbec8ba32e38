package io.github.cleanstaletypes.internal.guard;

/** The guard could not do its part. The message is one line and holds no password. */
final class GuardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    GuardException(String message) {
        this(ExitStatus.OWN_FAILURE, message);
    }

    GuardException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** What the process is to exit with. */
    int status() {
        return status;
    }
}
