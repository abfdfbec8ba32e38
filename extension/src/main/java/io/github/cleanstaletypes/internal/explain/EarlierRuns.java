package io.github.cleanstaletypes.internal.explain;

import java.util.Optional;

/** A migration tool would not begin, since its own table, or its own lock, speaks of another run. */
final class EarlierRuns {

    private EarlierRuns() {}

    static Optional<Advice> advise(Situation situation) {
        return Optional.of(new Advice("A run of the migration tool is not over, or did not end well.", ""));
    }
}
