package io.github.cleanstaletypes.internal.cli.reset;

import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.cli.terminal.Waiting;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.reset.ResetReport;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.internal.text.TextReport;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of text: what is done on stdout as it comes, what is waited for and what went wrong on stderr. Not thread-safe. */
public final class ResetText implements ResetOutput {

    private final Console console;
    private final boolean quiet;
    private final Paint paint;
    private final Waiting waiting;
    private boolean dryRun;
    private boolean databaseTold;

    /** Prints there. */
    public ResetText(Console console, boolean quiet, Paint paint) {
        this.console = console;
        this.quiet = quiet;
        this.paint = paint;
        this.waiting = new Waiting(console, quiet);
    }

    @Override
    public void begin(boolean dry) {
        dryRun = dry;
    }

    @Override
    public void warn(String warning) {
        console.err().println("clean-stale-types: warning: " + warning);
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        if (!databaseTold && !quiet) {
            notReady(failure);
            waiting.forDatabase(atMost);
        }
    }

    private void notReady(ConnectionFailure failure) {
        always(TextReport.couldNotConnect(failure.summary()));
        always(TextReport.NOT_READY);
        databaseTold = true;
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        waiting.forReset(holders, atMost);
    }

    @Override
    public void step(String line) {
        waiting.close();
        if (!quiet || dryRun) {
            always(ResetWords.step(line, dryRun));
        }
    }

    @Override
    public void ended(ResetReport report) {
        waiting.close();
        ResetWords.attention(report).forEach(this::always);
        if (!quiet) {
            ResetWords.ended(report).forEach(this::always);
        }
    }

    @Override
    public void failed(Failure failure, @Nullable ConnectionFailure unreachable) {
        waiting.close();
        if (unreachable != null && unreachable.worthWaiting() && !databaseTold) {
            notReady(unreachable);
        }
        failure.reasons().forEach(reason -> error(Harmless.line(reason)));
        error(Harmless.line(failure.error()));
    }

    private void error(String text) {
        console.err().println(paint.bad("clean-stale-types: " + text));
    }

    private void always(String line) {
        console.out().println(paint.line(console.fitted(Harmless.line(line))));
    }

    @Override
    public void close() {
        waiting.close();
    }
}
