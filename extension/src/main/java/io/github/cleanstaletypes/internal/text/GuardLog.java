package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.report.Explanation;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;

/**
 * Tells a program's log what a guard of its code does: steps for who looks for a fault, and what somebody may have to know as a warning.
 * Can be shared between threads.
 */
public final class GuardLog implements Narrator {

    private final Logger log;
    private final Audience reader;

    public GuardLog(Logger log, Audience reader) {
        this.log = log;
        this.reader = reader;
    }

    /** The text in the words of who guards code and not a command. */
    public static String ofCode(String text) {
        return text.replace("the command", "the migration");
    }

    @Override
    public void step(String what, Duration took) {
        log.debug("{} ({} ms)", Harmless.line(ofCode(what)), took.toMillis());
    }

    @Override
    public void warn(String what) {
        log.warn("{}", line(what));
    }

    @Override
    public void waitingForDatabase(ConnectionFailure failure, Duration atMost) {
        log.warn("Waiting up to {} s for the database: {}", atMost.toSeconds(), line(failure.toString()));
    }

    @Override
    public void waitingForLock(String holder, Duration atMost) {
        log.warn("Waiting up to {} s for the lock of this database, held by {}", atMost.toSeconds(), line(holder));
    }

    @Override
    public void waitingForCreators(List<Creator> creators, Duration atMost) {
        log.warn(
                "Waiting up to {} s for those who are creating something: {}",
                atMost.toSeconds(),
                creators.stream().map(creator -> "session " + creator.pid()).collect(Collectors.joining(", ")));
    }

    @Override
    public void explained(Explanation explanation, Next next) {
        NextStep.inWords(explanation, next).ifPresent(this::warn);
    }

    /** Who called gets the failure itself. */
    @Override
    public void unexplained(boolean unread) {}

    @Override
    public void statements(String heading, String statements) {
        log.warn("{}\n{}", line(heading), Harmless.statements(statements));
    }

    private String line(String text) {
        return Harmless.line(reader.words(ofCode(text)));
    }
}
