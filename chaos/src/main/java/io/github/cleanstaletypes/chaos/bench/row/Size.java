package io.github.cleanstaletypes.chaos.bench.row;

/**
 * How much is measured.
 *
 * @param types of the large catalog, in hundreds
 * @param removals how many types are removed at once
 * @param names how many names are claimed
 * @param databases how many databases a server has
 * @param warmUps how many rounds do not count, since they fill caches
 * @param rounds how many count
 * @param large how many count where a round takes seconds
 */
public record Size(int types, int removals, int names, int databases, int warmUps, int rounds, int large) {

    /** A hundredth of these is the smallest catalog of the curves. */
    public static final int LEAST_TYPES = 10_000;

    /** All of it. */
    public static final Size FULL = new Size(1_000_000, 1_000, 10_000, 200, 1, 11, 3);

    /** Little, for each build. */
    public static final Size SMOKE = new Size(30_000, 100, 10_000, 12, 0, 3, 2);

    /** Returns the same with another number of types. */
    public Size withTypes(int number) {
        return new Size(number, removals, names, databases, warmUps, rounds, large);
    }

    /** Returns the same with another number of rounds. */
    public Size withRounds(int number) {
        return new Size(types, removals, names, databases, warmUps, number, Math.min(number, large));
    }
}
