package io.github.cleanstaletypes.internal.error;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Finds the errors of this family in a log, in a text or in an exception. Stateless; needs no database. */
public final class FailureReader {

    private FailureReader() {}

    /**
     * Reads a log to its end, holding some kilobytes of it at a time.
     *
     * @param log bytes in any encoding that has ASCII in it
     * @return what was found, or empty if it has no error of this family
     */
    public static Optional<Failure> read(InputStream log) throws IOException {
        return new LogReader().read(log).end();
    }

    /** Reads what a migration tool has printed. */
    public static Optional<Failure> read(String output) {
        return new LogReader().read(output).end();
    }

    /**
     * Reads an exception with its causes, next exceptions and suppressed ones, however it is wrapped: first what the server said, by
     * SQLSTATE and constraint; then, if that was nothing, the messages.
     */
    public static Optional<Failure> read(Throwable failure) {
        return new ThrowableReader(failure).read();
    }
}
