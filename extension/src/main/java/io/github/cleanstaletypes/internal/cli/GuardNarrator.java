package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.cli.option.Durations;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.explain.ExplanationLines;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.GuardReport;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.text.Harmless;
import io.github.cleanstaletypes.internal.text.NextStep;
import io.github.cleanstaletypes.report.Explanation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/** Tells a guard's steps on stderr, a line each. Can be shared between threads. */
final class GuardNarrator implements Narrator {

    private final Console console;
    private final boolean quiet;
    private final TextOutput output;

    GuardNarrator(Console console, boolean quiet, TextOutput output) {
        this.console = console;
        this.quiet = quiet;
        this.output = output;
    }

    @Override
    public synchronized void step(String what, Duration took) {
        output.close();
        if (!quiet) {
            say(took.isZero() ? what : what + " (" + seconds(took) + " s)");
        }
    }

    @Override
    public synchronized void warn(String what) {
        output.close();
        say(what);
    }

    @Override
    public synchronized void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        output.waitingForDatabase(failure, atMost);
    }

    @Override
    public synchronized void waitingForLock(String holder, Duration atMost) {
        output.close();
        if (!quiet) {
            say("waiting up to " + Durations.inWords(atMost) + " for the lock, held by " + holder);
        }
    }

    @Override
    public synchronized void waitingForCreators(List<Creator> creators, Duration atMost) {
        output.waitingForCreators(creators, atMost);
    }

    @Override
    public synchronized void explained(Explanation explanation, Next next) {
        NextStep.inWords(explanation, next)
                .ifPresentOrElse(
                        this::say,
                        () -> ExplanationLines.of(explanation)
                                .forEach(line ->
                                        console.err().println(console.fitted(Audience.COMMAND_LINE.words(line)))));
    }

    @Override
    public synchronized void statements(String heading, String statements) {
        output.close();
        say(heading);
        Harmless.statements(statements).lines().forEach(line -> console.err().println("   " + line));
    }

    @Override
    public synchronized void unexplained(boolean unread) {
        say((unread
                        ? "its errors were not read (--no-capture)"
                        : "nothing that it said is an error that this program knows")
                + "; names given by --type or --migrations would have been looked after beforehand");
    }

    /** What the guard failed at; what its command failed at, the command has said itself. */
    void ended(GuardReport report) {
        output.close();
        ConnectionFailure failure = report.unreachable();
        if (failure != null && failure.worthWaiting()) {
            output.notReadyUnlessTold(failure);
        }
        if (report.error() != null) {
            failed(report.error());
        }
    }

    void failed(String why) {
        output.close();
        console.err().println(Harmless.line("clean-stale-types: guard: " + why));
    }

    private void say(String what) {
        console.err().println(console.fitted(Harmless.line("guard: " + Audience.COMMAND_LINE.words(what))));
    }

    /** Without a format, for which Java would read how a region writes numbers. */
    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 9).setScale(3, RoundingMode.HALF_UP);
    }
}
