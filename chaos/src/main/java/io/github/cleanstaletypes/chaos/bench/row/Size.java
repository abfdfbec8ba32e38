package io.github.cleanstaletypes.chaos.bench.row;

import java.util.List;

/**
 * How much is measured.
 *
 * @param types of the large catalog, in hundreds
 * @param parts the curves' points, as parts of the large catalog: the first is the smallest, the last is all of it, and a tenth is there
 * @param removals how many types are removed at once
 * @param names how many names are claimed
 * @param databases how many databases a server has
 * @param warmUps how many rounds do not count, since they fill caches
 * @param rounds how many count
 * @param large how many count where a round takes seconds
 */
public record Size(
        int types, List<Integer> parts, int removals, int names, int databases, int warmUps, int rounds, int large) {

    /** The smallest catalog of the curves is a hundredth of these. */
    public static final int LEAST_TYPES = 10_000;

    /** All of it. */
    public static final Size FULL = new Size(1_000_000, List.of(100, 33, 10, 3, 1), 1_000, 10_000, 200, 1, 11, 3);

    /** Little, for each build. */
    public static final Size SMOKE = new Size(30_000, List.of(10, 1), 300, 10_000, 24, 0, 2, 1);

    /** Copies the list. */
    public Size {
        parts = List.copyOf(parts);
    }

    /** Returns the same with another number of types. */
    public Size withTypes(int number) {
        return new Size(number, parts, removals, names, databases, warmUps, rounds, large);
    }

    /** Returns the same with another number of rounds. */
    public Size withRounds(int number) {
        return new Size(types, parts, removals, names, databases, warmUps, number, Math.min(number, large));
    }

    /** Lists the sizes of the curves' catalogs, in hundreds as all are. */
    List<Integer> curve() {
        return parts.stream().map(part -> types / part / 100 * 100).toList();
    }

    int tenth() {
        return types / 10 / 100 * 100;
    }
}
