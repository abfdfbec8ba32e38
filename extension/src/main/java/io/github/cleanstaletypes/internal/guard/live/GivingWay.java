package io.github.cleanstaletypes.internal.guard.live;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Has a command that gave a lock up run again, after a pause in which those that it had held up go on. The pauses grow, and no two guards
 * pause alike. Not thread-safe.
 */
public final class GivingWay {

    /** With pauses of a second at first and of half a minute in the end this takes about three minutes. */
    private static final int MOST = 10;

    private static final int LONGEST_IN_FIRSTS = 30;

    private final boolean wanted;
    private final Duration first;
    private final RandomGenerator random;
    private int granted;
    private boolean due;

    /**
     * @param wanted whether the command gives way at all
     * @param first how long its first pause is, more or less
     */
    public GivingWay(boolean wanted, Duration first, RandomGenerator random) {
        this.wanted = wanted;
        this.first = first;
        this.random = random;
    }

    /** For what waits for locks as long as it takes. */
    public static GivingWay never() {
        return new GivingWay(false, Duration.ZERO, new SplittableRandom());
    }

    /** Whether the command is to run again after it had to give way; counts. */
    public boolean again() {
        due = wanted && granted < MOST;
        if (due) {
            granted++;
        }
        return due;
    }

    /** Pauses, if the command is to run again because it gave way. A signal, or the loss of the lock, interrupts it. */
    public void pause(Narrator narrator) throws InterruptedException {
        if (!due) {
            return;
        }
        due = false;
        long millis = length().toMillis();
        narrator.warn(String.format(
                Locale.ROOT, "gives way for %.1f s, then it is tried again (%d of %d)", millis / 1e3, granted, MOST));
        TimeUnit.MILLISECONDS.sleep(millis);
    }

    /** Twice as long each time, up to thirty times the first; and between half and one and a half of that. */
    public Duration length() {
        long times = Math.min(LONGEST_IN_FIRSTS, 1L << Math.min(granted - 1, 30));
        return Duration.ofMillis(Math.round(first.toMillis() * times * (0.5 + random.nextDouble())));
    }
}
