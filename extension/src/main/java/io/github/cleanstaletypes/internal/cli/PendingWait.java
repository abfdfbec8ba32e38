package io.github.cleanstaletypes.internal.cli;

import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.cli.option.Durations;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Waits until no migration is pending. A database that does not answer meanwhile, as when its server is restarted, is waited for too. */
final class PendingWait {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Cleaner database;
    private final Output output;
    private final Duration atMost;
    private @Nullable String told;

    /**
     * @param database connects anew for each look
     * @param atMost the whole wait, of which some may be over
     */
    PendingWait(Cleaner database, Output output, Duration atMost) {
        this.database = database;
        this.output = output;
        this.atMost = atMost;
    }

    /**
     * Looks until none is pending; at least once.
     *
     * @param start the beginning of the wait, as {@link System#nanoTime} told it
     * @throws RunFailedException with what is pending when the time is up
     */
    void await(long start) throws InterruptedException {
        String why = whyNot();
        while (why != null) {
            Duration left = atMost.minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                throw new RunFailedException("after " + Durations.inWords(atMost) + " " + why);
            }
            if (!why.equals(told)) {
                output.waitingForMigrations(why, atMost);
                told = why;
            }
            Thread.sleep(Math.min(PAUSE.toMillis(), left.toMillis() + 1));
            why = whyNot();
        }
    }

    /** Why the wait is not over; null if it is. */
    private @Nullable String whyNot() {
        PendingClaims pending;
        try {
            pending = database.pending();
        } catch (RunFailedException e) {
            return "which migrations are pending could not be looked at: " + e.getMessage();
        }
        List<String> scripts = pending.scripts();
        if (scripts == null) {
            return "it is not known which migrations are pending: "
                    + Stream.concat(pending.unjudged().stream(), pending.notes().stream())
                            .findFirst()
                            .orElse("no history tells it");
        }
        return switch (scripts.size()) {
            case 0 -> null;
            case 1 -> "1 migration is pending: " + scripts.get(0);
            default -> scripts.size() + " migrations are pending, the first: " + scripts.get(0);
        };
    }
}
