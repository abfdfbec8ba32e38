package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.cli.json.Document;
import io.github.cleanstaletypes.internal.cli.json.JsonReport;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Waiting;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.text.TextReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object on stdout at the end; what goes on meanwhile, on stderr. */
final class JsonOutput implements Output {

    private final Console console;
    private final boolean quiet;
    private final Waiting waiting;
    private boolean databaseTold;

    JsonOutput(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.waiting = new Waiting(console, quiet);
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        if (!databaseTold && !quiet) {
            console.err().println(TextReport.couldNotConnect(failure.summary()));
            console.err().println(TextReport.NOT_READY);
            waiting.forDatabase(atMost);
        }
        databaseTold = true;
    }

    @Override
    public void waitingForMigrations(String why, Duration atMost) {
        waiting.forMigrations(why, atMost);
    }

    @Override
    public void waitingForQuiet(Duration length) {
        waiting.forQuiet(length);
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        waiting.forCreators(creators, atMost);
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        waiting.forLock(holders, atMost);
    }

    @Override
    public void warn(String warning) {
        console.err().println("clean-stale-types: warning: " + warning);
    }

    @Override
    public void end(Document document) {
        close();
        try {
            JsonReport.write(document, console.out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        console.out().flush();
    }

    @Override
    public void failed(Document document, @Nullable ConnectionFailure failure) {
        end(document);
    }

    @Override
    public void close() {
        waiting.close();
    }
}
