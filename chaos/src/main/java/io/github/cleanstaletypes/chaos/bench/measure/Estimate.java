package io.github.cleanstaletypes.chaos.bench.measure;

import java.util.Collection;

/**
 * Several rounds say so much of a number.
 *
 * @param median half of the rounds are at or below it
 * @param low the lowest of all
 * @param high the highest of all
 */
public record Estimate(double median, double low, double high) {

    /**
     * Makes it of what each round says.
     *
     * @throws IllegalArgumentException if there is no round, or one says nothing that is a number
     */
    public static Estimate of(Collection<Double> values) {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Rounds that say nothing: " + values);
        }
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Estimate(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Takes a number that needs no rounds, such as a count. */
    public static Estimate exactly(double value) {
        return new Estimate(value, value, value);
    }
}
