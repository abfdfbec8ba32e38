package io.github.cleanstaletypes.internal.cli.reset;

import io.github.cleanstaletypes.internal.cli.json.ResetDocument;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Waiting;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.reset.ResetReport;
import io.github.cleanstaletypes.internal.text.Harmless;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object on stdout at the end; what is waited for, on stderr. Not thread-safe. */
public final class ResetJson implements ResetOutput {

    private final Console console;
    private final String version;
    private final Waiting waiting;
    private final List<String> steps = new ArrayList<>();

    /**
     * Prints there.
     *
     * @param version the version of this product
     */
    public ResetJson(Console console, boolean quiet, String version) {
        this.console = console;
        this.version = version;
        this.waiting = new Waiting(console, quiet);
    }

    @Override
    public void begin(boolean dryRun) {
        // the object says which
    }

    @Override
    public void warn(String warning) {
        console.err().println("clean-stale-types: warning: " + warning);
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        waiting.forDatabase(atMost);
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        waiting.forReset(holders, atMost);
    }

    @Override
    public void step(String line) {
        steps.add(Harmless.line(line));
    }

    @Override
    public void ended(ResetReport report) {
        write(ResetDocument.of(version, report));
    }

    @Override
    public void failed(Failure failure, @Nullable ConnectionFailure unreachable) {
        write(ResetDocument.failed(
                version,
                failure.refused() ? "refused" : "failed",
                failure.exitCode(),
                Harmless.line(failure.error()),
                failure.reasons(),
                steps));
    }

    private void write(ResetDocument document) {
        waiting.close();
        try {
            document.write(console.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.out().flush();
    }

    @Override
    public void close() {
        waiting.close();
    }
}
