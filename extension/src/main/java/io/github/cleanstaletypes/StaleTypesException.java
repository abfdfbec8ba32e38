package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.report.Result;
import java.util.List;

/**
 * The run could not finish. Nothing is half done: each change that was begun is either whole or rolled back, and those that were whole
 * before are listed. The message is one line and holds no password.
 */
public final class StaleTypesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String serverVersion;
    private final transient List<Result> done;

    StaleTypesException(RunFailedException failure) {
        super(failure.getMessage(), failure.getCause());
        this.serverVersion = failure.serverVersion();
        this.done = failure.done();
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
