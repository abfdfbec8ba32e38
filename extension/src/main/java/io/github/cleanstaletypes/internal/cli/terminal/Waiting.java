package io.github.cleanstaletypes.internal.cli.terminal;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.cli.option.Durations;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.text.Harmless;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Says on stderr what is being waited for, each thing once. */
public final class Waiting implements AutoCloseable {

    private final Console console;
    private final boolean quiet;
    private final Spinner spinner;

    public Waiting(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
        this.spinner = new Spinner(console);
    }

    public void forDatabase(Duration atMost) {
        if (!quiet) {
            spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " for the database...");
        }
    }

    public void forCreators(List<Creator> creators, Duration atMost) {
        if (quiet) {
            return;
        }
        for (Creator creator : creators) {
            console.err().println(Harmless.line(UncommittedCreation.of(creator).explanation()));
        }
        spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " for it to end...");
    }

    public void forWriters(List<Creator> writers, Duration atMost) {
        if (!quiet) {
            String pids = writers.stream().map(writer -> "pid " + writer.pid()).collect(Collectors.joining(", "));
            console.err()
                    .println(Harmless.line(
                            "Transactions in this database have written something, which may be a function that"
                                    + " uses a type: " + pids + "."));
            spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " for them to end...");
        }
    }

    public void forLock(List<LockHolder> holders, Duration atMost) {
        if (!quiet) {
            for (LockHolder holder : holders) {
                console.err().println(Harmless.line("The lock of this database is held by " + holder.inWords() + "."));
            }
            // fits on a line of a narrow terminal, where the spinner could not take back a second one
            spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " for another clean or guard here...");
        }
    }

    public void forReset(List<LockHolder> holders, Duration atMost) {
        if (!quiet) {
            for (LockHolder holder : holders) {
                console.err()
                        .println(Harmless.line("Another reset of this database is at work: " + holder.inWords() + "."));
            }
            spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " for it to end...");
        }
    }

    public void forMigrations(String why, Duration atMost) {
        if (!quiet) {
            console.err().println(Harmless.line(Character.toUpperCase(why.charAt(0)) + why.substring(1) + "."));
            spinner.waitFor("Waiting up to " + Durations.inWords(atMost) + " until none is pending...");
        }
    }

    public void forQuiet(Duration length) {
        if (!quiet) {
            spinner.waitFor("Watching for " + Durations.inWords(length) + " whether anybody else connects...");
        }
    }

    @Override
    public void close() {
        spinner.close();
    }
}
