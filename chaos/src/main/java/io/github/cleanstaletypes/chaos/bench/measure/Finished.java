package io.github.cleanstaletypes.chaos.bench.measure;

import java.time.Duration;

/**
 * A process has ended.
 *
 * @param started the moment of its start, as {@link System#nanoTime} tells it
 * @param ended the moment at which its end was seen
 * @param wall how long it took
 * @param processor the processor's time of the process and of those that it waited for
 * @param printed to both outputs
 */
public record Finished(long started, long ended, Duration wall, Duration processor, int exit, String printed) {

    /**
     * Returns it if it has ended like this.
     *
     * @throws Unmeasurable if it did something else: what was to be measured was not
     */
    public Finished expecting(int status) {
        if (exit != status) {
            throw new Unmeasurable("exit status " + exit + " and not " + status + ", after: " + printed.strip());
        }
        return this;
    }
}
