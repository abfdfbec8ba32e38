package io.github.cleanstaletypes.chaos.healer;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a healer came to.
 *
 * @param exit its exit status, or what would be one
 * @param found what it found, and what it did about each
 * @param words all that it said
 */
public record Healing(int exit, List<Found> found, String words) {

    /**
     * One finding.
     *
     * @param code its code
     * @param outcome what was done about it
     */
    public record Found(String code, String outcome) {
        @Override
        public String toString() {
            return code + " " + outcome;
        }
    }

    public Healing {
        found = List.copyOf(found);
    }

    /** In a few words. */
    public String inShort() {
        return found.isEmpty()
                ? words.lines().findFirst().orElse("nothing found")
                : found.stream().map(Found::toString).distinct().collect(Collectors.joining(", "));
    }
}
