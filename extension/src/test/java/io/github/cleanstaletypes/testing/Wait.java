package io.github.cleanstaletypes.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.PollInterval;

/**
 * Waits until something can be seen, never for a time to pass. A wait that ends in vain says what it waited for. Can be called from several
 * threads.
 */
public final class Wait {

    /** Reached only when what is waited for does not happen at all, also on a machine that does something else on each processor. */
    public static final Duration LIMIT = Duration.ofSeconds(30);

    /** Often at first, since most of it is there at once; to look may take a new session, and what is slow needs the processor itself. */
    private static final PollInterval POLL = (count, last) -> Duration.ofMillis(Math.max(5, Math.min(30, count / 2)));

    private Wait() {}

    /** Waits until this is so. */
    public static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .atMost(LIMIT)
                .until(condition);
    }

    /** The result of work in another thread, or its failure. */
    public static <T> T forResult(String what, Future<T> work) throws ExecutionException, InterruptedException {
        try {
            return work.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("Not done within " + LIMIT.toSeconds() + " s: " + what, e);
        }
    }

    /** The exit status of a process, which is killed with its descendants if it does not end. */
    public static int forEnd(String what, Process process) {
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("Not ended within " + LIMIT.toSeconds() + " s: " + what);
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while waiting for the end of " + what, e);
        }
    }
}
