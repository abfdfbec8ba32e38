package io.github.cleanstaletypes.chaos.scenario;

import java.time.Duration;

/**
 * An event is something that happened in a run.
 *
 * @param from how long after the run's beginning
 * @param to when it was over, the same as {@code from} if it took no time
 * @param bad whether it is the fault, or an error
 */
public record Event(Lane lane, String label, Duration from, Duration to, boolean bad) {

    /** Tells whether it took time. */
    public boolean lasts() {
        return to.compareTo(from) > 0;
    }
}
