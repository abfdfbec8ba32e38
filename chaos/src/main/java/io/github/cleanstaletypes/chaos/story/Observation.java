package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import org.jspecify.annotations.Nullable;

/**
 * An act has shown this.
 *
 * @param error what a user would have met, or null if it was the point that nobody meets one
 * @param rowsBefore how many rows there were before the fault
 * @param rowsAfter how many of them were there, unchanged, in the end
 */
public record Observation(@Nullable ServerError error, int rowsBefore, int rowsAfter) {

    @Override
    public String toString() {
        return "%d rows before, %d rows after".formatted(rowsBefore, rowsAfter);
    }
}
