package io.github.cleanstaletypes;

import org.jspecify.annotations.Nullable;

/**
 * A {@link MigrationGuard} could not do its part: the lock was not free in time, or was lost; the database could not be reached, or its pool
 * gave no connection; the thread was interrupted before the code ran. The message is one line and holds no password.
 */
public final class MigrationGuardException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean started;

    MigrationGuardException(String message, boolean started, @Nullable Throwable cause) {
        super(message, cause);
        this.started = started;
    }

    /**
     * Whether the code has been run. If not, nothing of it has happened, and it can be run later; if so, the lock was lost meanwhile, and
     * the {@linkplain #getCause() cause} is what the code threw, or null if it ended without an error nevertheless.
     */
    public boolean started() {
        return started;
    }
}
