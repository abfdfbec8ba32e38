package io.github.cleanstaletypes.testing;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Says how much of a long proof to run: a sample that a seed chooses, or all of it.
 *
 * <p>All of it is the profile {@code long}, which sets the system property {@code long.form}. The seed is printed once; the system property
 * {@code test.seed} repeats it. Can be called from several threads.
 */
public final class LongForm {

    private static final boolean ON = Boolean.getBoolean("long.form");
    private static final long SEED = chooseSeed();

    private LongForm() {}

    /** Whether all is asked for, so that time does not matter. */
    public static boolean isOn() {
        return ON;
    }

    /** The number that chooses the sample; the same in all that this JVM draws. */
    public static long seed() {
        return SEED;
    }

    /** The number of rounds in the short form, or in the long one. */
    public static int rounds(int sample, int all) {
        return ON ? all : sample;
    }

    /** Draws the same for a test of this name in each run with the same seed, whatever else runs. */
    public static Random random(String test) {
        return new Random(new SplittableRandom(SEED + Objects.hash(test)).nextLong());
    }

    /** Draws the same for a round of this number in each run, and nothing like what its neighbours draw. */
    public static Random round(int number) {
        return new Random(new SplittableRandom(number).nextLong());
    }

    /**
     * Some of these that follow each other, or all of them; in their order.
     *
     * <p>Neighbours, since what a test enumerates has its kinds in turn: a sample of so many has so many kinds.
     *
     * @param test whose they are: another test draws others
     */
    public static <T> List<T> sample(List<T> all, int size, String test) {
        if (ON || all.size() <= size) {
            return all;
        }
        int first = random(test).nextInt(all.size());
        return IntStream.range(first, first + size)
                .map(i -> i % all.size())
                .sorted()
                .mapToObj(all::get)
                .toList();
    }

    private static long chooseSeed() {
        long seed = Long.getLong("test.seed", System.nanoTime() & 0xffff_ffffL);
        System.out.println("long proofs: " + (ON ? "all" : "a sample") + ", -Dtest.seed=" + seed);
        return seed;
    }
}
