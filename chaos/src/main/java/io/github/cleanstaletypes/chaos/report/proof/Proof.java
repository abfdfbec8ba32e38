package io.github.cleanstaletypes.chaos.report.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A proof has counted this.
 *
 * @param name tells which proof it is, as {@code schemas}
 * @param claim says in a sentence what is proved
 * @param sample whether a seed has chosen what was played
 * @param seed repeats the choice
 * @param passed how many of those that were played ended as they must
 * @param played how many were played
 * @param all how many there are
 * @param parts the same in more detail
 */
public record Proof(
        String name, String claim, boolean sample, long seed, long passed, long played, long all, List<Part> parts) {

    /**
     * A part of a proof has its own counts.
     *
     * @param name tells which part it is
     * @param counts what was counted by name, in order
     */
    public record Part(String name, Map<String, Long> counts) {

        /** Copies the counts. */
        public Part {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /** Tells whether all passed of what its count {@code played}, or its first one, says. */
        public boolean isGood() {
            long passed = counts.getOrDefault("passed", Long.MAX_VALUE);
            long first = counts.values().stream().findFirst().orElse(0L);
            return passed >= counts.getOrDefault("played", first);
        }
    }

    /**
     * Copies the parts.
     *
     * @throws IllegalArgumentException if more passed than were played, or more were played than there are
     */
    public Proof {
        if (passed < 0 || passed > played || played > all) {
            throw new IllegalArgumentException(
                    "%d passed of %d that were played of %d that there are".formatted(passed, played, all));
        }
        parts = List.copyOf(parts);
    }

    /** Tells whether something was played, and all of it ended as it must. */
    public boolean passes() {
        return played > 0 && passed == played;
    }
}
