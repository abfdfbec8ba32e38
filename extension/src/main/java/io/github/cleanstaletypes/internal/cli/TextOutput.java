package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.cli.json.Document;
import io.github.cleanstaletypes.internal.cli.terminal.Console;
import io.github.cleanstaletypes.internal.cli.terminal.Paint;
import io.github.cleanstaletypes.internal.cli.terminal.Waiting;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.text.TextReport;
import io.github.cleanstaletypes.internal.text.Verdict;
import io.github.cleanstaletypes.report.CleanupReport;
import io.github.cleanstaletypes.report.Probe;
import io.github.cleanstaletypes.report.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines of text: results on stdout as they come, what is waited for and what went wrong on stderr. */
final class TextOutput implements Output {

    private final Console console;
    private final String command;
    private final boolean quiet;
    private final boolean verbose;
    private final Paint paint;
    private final Waiting waiting;
    private boolean nothingClaimed;
    private boolean databaseTold;

    TextOutput(Console console, String command, boolean quiet, boolean verbose, Paint paint) {
        this.console = console;
        this.command = command;
        this.quiet = quiet;
        this.verbose = verbose;
        this.paint = paint;
        this.waiting = new Waiting(console, quiet);
    }

    @Override
    public void begin() {
        if (command.equals("clean")) {
            say(TextReport.CLEANING);
        }
    }

    @Override
    public void connected(String description, boolean anythingClaimed) {
        waiting.close();
        nothingClaimed = !anythingClaimed;
        if (verbose) {
            console.err().println("Connected to " + description);
        }
        if (judging()) {
            say(TextReport.CHECKING);
        }
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        if (!databaseTold && !quiet) {
            notReady(failure);
            waiting.forDatabase(atMost);
        }
    }

    void notReadyUnlessTold(ConnectionFailure failure) {
        if (!databaseTold) {
            notReady(failure);
        }
    }

    private void notReady(ConnectionFailure failure) {
        always(TextReport.couldNotConnect(failure.summary()));
        always(TextReport.NOT_READY);
        databaseTold = true;
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        waiting.forCreators(creators, atMost);
    }

    @Override
    public void waitingForWriters(List<Creator> writers, Duration atMost) {
        waiting.forWriters(writers, atMost);
    }

    @Override
    public void waitingForLock(List<LockHolder> holders, Duration atMost) {
        waiting.forLock(holders, atMost);
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
    public void warn(String warning) {
        console.err().println("clean-stale-types: warning: " + warning);
    }

    @Override
    public void database(String name) {
        waiting.close();
        say(TextReport.database(name));
    }

    @Override
    public void probed(Probe probe) {
        waiting.close();
        if (!quiet || Verdict.needsAttention(probe)) {
            always(TextReport.probed(probe));
        }
    }

    @Override
    public void starting(Step step) {
        waiting.close();
        TextReport.starting(step).forEach(this::say);
    }

    @Override
    public void done(Result result) {
        TextReport.done(result, Audience.COMMAND_LINE).forEach(this::say);
    }

    @Override
    public void end(Document document) {
        waiting.close();
        if (command.equals("wait")) {
            say("✅ Database answers queries" + (!nothingClaimed ? ", and no migration is pending" : ""));
            return;
        }
        document.reports().forEach(report -> atTheEnd(report, document.reports().size() > 1));
        if (judging()) {
            judged(document);
        }
        if (judging() && (command.equals("check") || verbose || nothingClaimed)) {
            TextReport.notLookedAt(document.reports(), Audience.COMMAND_LINE, verbose)
                    .forEach(this::say);
        }
        if (document.remaining() > 0) {
            always("⚠️  " + document.remaining()
                    + (document.remaining() == 1 ? " finding remains." : " findings remain."));
        } else if (command.equals("clean") && document.error() == null && document.clean()) {
            say(TextReport.COMPLETED);
        } else if (command.equals("restore")) {
            say(document.cleaned() == 0 ? "Nothing is quarantined." : "✅ Restored " + document.cleaned());
        }
        if (document.error() != null) {
            error(document.error());
        }
    }

    /** Each result is put into words once: there may be ten thousand. */
    private void atTheEnd(CleanupReport report, boolean several) {
        boolean named = !several;
        for (Result result : report.results()) {
            List<String> lines = TextReport.atTheEnd(result, Audience.COMMAND_LINE, verbose);
            if (!named && !lines.isEmpty()) {
                always(TextReport.database(report.database()));
                named = true;
            }
            lines.forEach(this::always);
        }
    }

    private void judged(Document document) {
        // what is not judged in each database is so in one as well as in another
        document.reports().stream()
                .flatMap(report -> Verdict.unjudgedNames(report).stream())
                .distinct()
                .forEach(this::always);
        boolean several = document.reports().size() > 1;
        for (CleanupReport report : document.reports()) {
            String database = several ? TextReport.database(report.database()) + " " : "";
            Verdict.unjudgedMigrations(report).forEach(line -> always(database + line));
            Verdict.unreadParts(report).forEach(line -> say(database + line));
        }
        if (document.error() == null) {
            Verdict.lines(document.reports()).forEach(this::say);
        }
    }

    @Override
    public void failed(Document document, @Nullable ConnectionFailure failure) {
        waiting.close();
        if (failure != null && failure.worthWaiting()) {
            notReadyUnlessTold(failure);
        }
        error(String.valueOf(document.error()));
    }

    @Override
    public void close() {
        waiting.close();
    }

    private boolean judging() {
        return command.equals("clean") || command.equals("check");
    }

    private void error(String text) {
        console.err().println(paint.bad("clean-stale-types: " + text));
    }

    private void say(String line) {
        if (!quiet) {
            always(line);
        }
    }

    private void always(String line) {
        console.out().println(paint.line(console.fitted(line)));
    }
}
