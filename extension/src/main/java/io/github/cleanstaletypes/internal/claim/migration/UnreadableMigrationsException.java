package io.github.cleanstaletypes.internal.claim.migration;

import java.nio.file.Path;

/** A directory of migrations, or a file in it, that cannot be read; the message says which and why, in one line. */
public final class UnreadableMigrationsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    public UnreadableMigrationsException(Path path, String why) {
        super("'" + path.toString().replaceAll("\\p{Cntrl}", "?") + "' " + why);
        this.reason = why;
    }

    /** Why, without the path. */
    public String reason() {
        return reason;
    }
}
