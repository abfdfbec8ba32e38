package io.github.cleanstaletypes.cli;

import io.github.cleanstaletypes.catalog.Creator;
import io.github.cleanstaletypes.connect.ConnectionFailure;
import io.github.cleanstaletypes.finding.UncommittedCreation;
import io.github.cleanstaletypes.report.Harmless;
import io.github.cleanstaletypes.report.TextReport;
import java.time.Duration;
import java.util.List;

/** Says on stderr what is being waited for, each thing once. */
final class Waiting implements AutoCloseable {

    private final Console console;
    private final boolean quiet;
    private final Spinner spinner;
    private boolean databaseTold;

    Waiting(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.spinner = new Spinner(console);
    }

    void forDatabase(ConnectionFailure failure) {
        if (!databaseTold && !quiet) {
            console.err().println(TextReport.couldNotConnect(failure.summary()));
            console.err().println(TextReport.NOT_READY);
            spinner.waitFor("Waiting for the database...");
        }
        databaseTold = true;
    }

    void forCreators(List<Creator> creators, Duration atMost) {
        if (quiet) {
            return;
        }
        for (Creator creator : creators) {
            console.err().println(Harmless.line(new UncommittedCreation(creator).explanation()));
        }
        spinner.waitFor("Waiting up to " + atMost.toSeconds() + " s for it to end...");
    }

    void forLock(Duration atMost) {
        if (!quiet) {
            spinner.waitFor("Waiting up to " + atMost.toSeconds()
                    + " s for another clean or guard that is at work on this database...");
        }
    }

    @Override
    public void close() {
        spinner.close();
    }
}
