package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.report.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The run could not finish. Nothing is half done: each change that was begun is either whole or rolled back, and those that were whole
 * before are listed. The message is one line and holds no password.
 */
public final class RunFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String serverVersion;
    private final transient List<Result> done;

    public RunFailedException(String message) {
        this(message, null, "", List.of());
    }

    public RunFailedException(String message, @Nullable Throwable cause, String serverVersion, List<Result> done) {
        super(message, cause);
        this.serverVersion = serverVersion;
        this.done = List.copyOf(done);
    }

    /** The server's version, or empty if the run did not get that far. */
    public String serverVersion() {
        return serverVersion;
    }

    /** What was carried out before, with the statements that undo it. */
    public List<Result> done() {
        return done;
    }
}
