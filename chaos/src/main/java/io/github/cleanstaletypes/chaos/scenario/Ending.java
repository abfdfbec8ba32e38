package io.github.cleanstaletypes.chaos.scenario;

import java.util.Set;

/**
 * A run must end in this way with a healer of the product.
 *
 * @param kind in which way
 * @param outcomes what the finding's outcome may be; none where nothing is to be found
 */
public record Ending(Kind kind, Set<String> outcomes) {

    /** A run ends in one of these ways. */
    public enum Kind {
        /** The exit status is 0, and the next migration succeeds. */
        HEALED,
        /** As the design says, nothing is changed: the exit status is 1, and the next migration fails as before. */
        REFUSED,
        /** It is told, and may not be ended: the exit status is 0, and the next migration fails as before. */
        NOTED,
        /** Its decision is right in any case, as long as nothing is lost: it may have come too early or too late. */
        ANYHOW,
        /** It must wait, and gives up: the exit status is 3, and the migration that it waited for succeeds. */
        HELD_OFF,
        /** There is nothing to find: the exit status is 0, and the next migration succeeds. */
        NOTHING
    }

    /** It is healed, with one of these outcomes. */
    public static Ending healed(String... outcomes) {
        return new Ending(Kind.HEALED, Set.of(outcomes));
    }

    /** It is refused, with this outcome. */
    public static Ending refused(String outcome) {
        return new Ending(Kind.REFUSED, Set.of(outcome));
    }

    /** It is told, with this outcome. */
    public static Ending noted(String outcome) {
        return new Ending(Kind.NOTED, Set.of(outcome));
    }

    /** It ends as the healer decides. */
    public static Ending anyhow() {
        return new Ending(Kind.ANYHOW, Set.of());
    }

    /** The healer is held off. */
    public static Ending heldOff() {
        return new Ending(Kind.HELD_OFF, Set.of());
    }

    /** Nothing is found. */
    public static Ending nothing() {
        return new Ending(Kind.NOTHING, Set.of());
    }
}
