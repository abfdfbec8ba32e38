package io.github.cleanstaletypes.chaos.system;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits until something can be seen: never for a time to pass. */
public final class Await {

    private static final Duration POLL = Duration.ofMillis(20);

    /** A wait takes so long only when what is waited for does not happen at all. */
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private Await() {}

    /**
     * Waits until this is so.
     *
     * @throws Inconclusive if it never is
     */
    public static void until(String what, Callable<Boolean> condition) {
        try {
            Awaitility.await(what)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(POLL)
                    .atMost(LIMIT)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new Inconclusive("Not seen within " + LIMIT.toSeconds() + " s: " + what, e);
        }
    }
}
