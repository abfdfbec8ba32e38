package io.github.cleanstaletypes.internal.error;

import org.jspecify.annotations.Nullable;

/**
 * One error of the family that this project explains, as far as it could be read.
 *
 * @param cause what the error tells by itself
 * @param sqlState its SQLSTATE, or null if it is not known
 * @param constraint the constraint that it names or implies, or null
 * @param named what is in the way, or null if the error does not say
 */
public record Symptom(
        Cause cause,
        @Nullable String sqlState,
        @Nullable String constraint,
        @Nullable NamedObject named) {

    /** Whether both tell of the same thing, one of them perhaps less of it. */
    boolean covers(Symptom other) {
        return cause == other.cause && (other.named == null || other.named.equals(named));
    }
}
