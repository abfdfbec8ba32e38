package io.github.cleanstaletypes.chaos.bench.figure;

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
    public static RowResult failed(List<Promise> promises, String why) {
        return of(promises.stream().map(promise -> promise.failed(why)).toList());
    }

    /** Shows figures, and the rounds that they come from. */
    public static RowResult of(List<Figure> figures, Rounds... rounds) {
        return new RowResult(figures, List.of(rounds), List.of(), List.of(), List.of());
    }

    /** Returns the same with curves. */
    public RowResult withCurves(List<Curve> drawn) {
        return new RowResult(figures, rounds, drawn, waterfalls, talks);
    }

    /** Returns the same with starts. */
    public RowResult withWaterfalls(List<Waterfall> drawn) {
        return new RowResult(figures, rounds, curves, drawn, talks);
    }

    /** Returns the same with what was asked. */
    public RowResult withTalks(Talk... heard) {
        return new RowResult(figures, rounds, curves, waterfalls, List.of(heard));
    }
}
