package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Talk;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import java.util.List;

/**
 * A row has shown this.
 *
 * @param figures the numbers that have targets
 * @param rounds what each of them comes from
 * @param curves for the page, or none
 * @param waterfalls for the page, or none
 * @param talks for the page, or none
 */
public record RowResult(
        List<Figure> figures, List<Rounds> rounds, List<Curve> curves, List<Waterfall> waterfalls, List<Talk> talks) {

    /** Copies the lists. */
    public RowResult {
        figures = List.copyOf(figures);
        rounds = List.copyOf(rounds);
        curves = List.copyOf(curves);
        waterfalls = List.copyOf(waterfalls);
        talks = List.copyOf(talks);
    }

    /** A row that could not be measured keeps none of its promises. */
    public static RowResult failed(Row row, String why) {
        return of(row.promises().stream().map(promise -> promise.failed(why)).toList());
    }

    static RowResult of(List<Figure> figures, Rounds... rounds) {
        return new RowResult(figures, List.of(rounds), List.of(), List.of(), List.of());
    }

    RowResult withCurves(List<Curve> drawn) {
        return new RowResult(figures, rounds, drawn, waterfalls, talks);
    }

    RowResult withWaterfalls(List<Waterfall> drawn) {
        return new RowResult(figures, rounds, curves, drawn, talks);
    }

    RowResult withTalks(Talk... heard) {
        return new RowResult(figures, rounds, curves, waterfalls, List.of(heard));
    }
}
