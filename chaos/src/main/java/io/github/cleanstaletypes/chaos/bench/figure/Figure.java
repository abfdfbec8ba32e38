package io.github.cleanstaletypes.chaos.bench.figure;

import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import java.util.Optional;

/**
 * A number that has a target.
 *
 * @param promise what was to be told
 * @param value the number; empty if it could not be had
 * @param measured what was measured, in words, or nothing
 * @param floor what it is compared with, in words, or nothing
 * @param failure why it could not be had
 * @param absent whether that is since something is not on this machine
 */
public record Figure(
        Promise promise,
        Optional<Estimate> value,
        String measured,
        String floor,
        Optional<String> failure,
        boolean absent) {

    /** Says what it is of. */
    public String what() {
        return promise.what();
    }

    /** Returns what it should be. */
    public Target target() {
        return promise.target();
    }
}
