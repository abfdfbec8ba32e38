package io.github.cleanstaletypes.chaos.scenario;

import java.util.Set;

/**
 * How a run must end with a healer of the product.
 *
 * @param kind in which way
 * @param outcomes what the finding's outcome may be; none where nothing is to be found
 */
public record Ending(Kind kind, Set<String> outcomes) {

    /** In which way it ends. */
    public enum Kind {
        /** The exit status is 0, and the next migration succeeds. */
        HEALED,
        /** As the design says, nothing is changed: the exit status is 1, and the next migration fails as before. */
        REFUSED,
        /** It is told, and may not be ended: the exit status is 0, and the next migration fails as before. */
        NOTED,
        /** Whatever it decides is right, as long as nothing is lost: it may have come too early or too late. */
        ANYHOW,
        /** It must wait, and gives up: the exit status is 3, and the migration that it waited for succeeds. */
        HELD_OFF,
        /** There is nothing to find: the exit status is 0, and the next migration succeeds. */
        NOTHING
    }

    /** Healed, with one of these outcomes. */
    public static Ending healed(String... outcomes) {
        return new Ending(Kind.HEALED, Set.of(outcomes));
    }

    /** Refused, with this outcome. */
    public static Ending refused(String outcome) {
        return new Ending(Kind.REFUSED, Set.of(outcome));
    }

    /** Told, with this outcome. */
    public static Ending noted(String outcome) {
        return new Ending(Kind.NOTED, Set.of(outcome));
    }

    /** As it decides. */
    public static Ending anyhow() {
        return new Ending(Kind.ANYHOW, Set.of());
    }

    /** Held off. */
    public static Ending heldOff() {
        return new Ending(Kind.HELD_OFF, Set.of());
    }

    /** Nothing found. */
    public static Ending nothing() {
        return new Ending(Kind.NOTHING, Set.of());
    }
}
