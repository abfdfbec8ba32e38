package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import java.util.Optional;

/**
 * A number that has a target.
 *
 * @param what it is of
 * @param value the number; empty if it could not be had
 * @param measured what was measured, in words, or nothing
 * @param floor what it is compared with, in words, or nothing
 * @param failure why it could not be had
 * @param absent whether that is since something is not on this machine
 */
public record Figure(
        String what,
        Target target,
        Optional<Estimate> value,
        String measured,
        String floor,
        Optional<String> failure,
        boolean absent) {

    /** A number was had. */
    static Figure of(String what, Target target, Estimate value, String measured, String floor) {
        return new Figure(what, target, Optional.of(value), measured, floor, Optional.empty(), false);
    }

    /** It could not be had, since something is not here. */
    static Figure absent(String what, Target target, String why) {
        return new Figure(what, target, Optional.empty(), "", "", Optional.of(why), true);
    }

    /** It could not be had, since something went wrong. */
    static Figure failed(String what, Target target, String why) {
        return new Figure(what, target, Optional.empty(), "", "", Optional.of(why), false);
    }
}
