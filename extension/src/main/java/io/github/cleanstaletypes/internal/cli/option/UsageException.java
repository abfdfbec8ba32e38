package io.github.cleanstaletypes.internal.cli.option;

/** An option or its variable is wrong; the message is one line that names it. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
