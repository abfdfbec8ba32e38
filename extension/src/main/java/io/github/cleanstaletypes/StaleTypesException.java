package io.github.cleanstaletypes;

import org.jspecify.annotations.Nullable;

/**
 * The run could not finish. Nothing is half done: each change that was begun is either whole or rolled back. The message is one line and
 * holds no password.
 */
public final class StaleTypesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StaleTypesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
