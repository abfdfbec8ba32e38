package io.github.cleanstaletypes.chaos.bench.figure;

import java.util.List;

/**
 * A time over the size of the catalog.
 *
 * @param of what takes the time
 * @param points by their size
 */
public record Curve(String of, List<Point> points) {

    /** Copies the list. */
    public Curve {
        points = List.copyOf(points);
    }

    /**
     * At one size.
     *
     * @param types how many types there are
     * @param seconds how long it took
     */
    public record Point(int types, double seconds) {}
}
