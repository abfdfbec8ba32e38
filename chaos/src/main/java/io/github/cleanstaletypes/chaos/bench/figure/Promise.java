package io.github.cleanstaletypes.chaos.bench.figure;

import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import java.util.Optional;

/**
 * A figure is going to be told.
 *
 * @param what it is of
 * @param onlyLarge whether small sizes say nothing of it, since a start costs many times as much as what is measured
 */
public record Promise(String what, Target target, boolean onlyLarge) {

    /** It says something at each size. */
    public static Promise of(String what, Target target) {
        return new Promise(what, target, false);
    }

    /** It says something at large sizes. */
    public static Promise ofLarge(String what, Target target) {
        return new Promise(what, target, true);
    }

    /** The number was had. */
    public Figure kept(Estimate value, String measured, String floor) {
        return new Figure(this, Optional.of(value), measured, floor, Optional.empty(), false);
    }

    /** It could not be had, since something is not here. */
    public Figure absent(String why) {
        return new Figure(this, Optional.empty(), "", "", Optional.of(why), true);
    }

    /** It could not be had, since measuring failed. */
    public Figure failed(String why) {
        return new Figure(this, Optional.empty(), "", "", Optional.of(why), false);
    }
}
