package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import java.util.List;

/**
 * A row has shown this.
 *
 * @param figures the numbers that have targets
 * @param rounds what each of them comes from
 * @param curves for the page, or none
 * @param waterfalls for the page, or none
 */
public record RowResult(List<Figure> figures, List<Rounds> rounds, List<Curve> curves, List<Waterfall> waterfalls) {

    /** Copies the lists. */
    public RowResult {
        figures = List.copyOf(figures);
        rounds = List.copyOf(rounds);
        curves = List.copyOf(curves);
        waterfalls = List.copyOf(waterfalls);
    }

    static RowResult of(List<Figure> figures, Rounds... rounds) {
        return new RowResult(figures, List.of(rounds), List.of(), List.of());
    }
}
