package io.github.cleanstaletypes.internal.cli;

/** An option or its variable is wrong; the message is one line that names it. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
