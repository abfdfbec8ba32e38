package io.github.cleanstaletypes.chaos.bench.figure;

import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Fact;
import io.github.cleanstaletypes.chaos.bench.figure.BenchResult.Measured;
import io.github.cleanstaletypes.chaos.bench.figure.Curve.Point;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Talk;
import io.github.cleanstaletypes.chaos.bench.measure.Talk.Connection;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A result that was made up: one figure of each kind. */
public final class SampleResult {

    private SampleResult() {}

    /** Makes it. */
    public static BenchResult of(Form form) {
        Promise start = Promise.of("a start", Target.times(1.6));
        Cost cost = new Cost(Duration.ofSeconds(1), Duration.ofMillis(500), Duration.ofMillis(250));
        RowResult result = RowResult.of(
                        List.of(
                                start.kept(new Estimate(1.5, 1.4, 1.7), "0.50 s CPU", "0.33 s CPU"),
                                Promise.of("round trips", Target.atMost(3))
                                        .kept(Estimate.exactly(5), "7 statements", ""),
                                Promise.of("a launcher", Target.times(1.3)).absent("not built"),
                                Promise.of("something broken", Target.times(2))
                                        .failed("exit status 3, after: <b>wrong</b>")),
                        new Rounds(List.of(new Rounds.Round(Map.of("start", cost)))))
                .withCurves(List.of(new Curve(
                        "check & look",
                        List.of(new Point(10_000, 0.1), new Point(100_000, 1), new Point(1_000_000, 0)))))
                .withWaterfalls(List.of(new Waterfall(
                        "check", List.of(new Phase("Java starts", Duration.ZERO, Duration.ofMillis(480), 300, 200)))))
                .withTalks(new Talk(
                        "clean",
                        List.of(
                                new Connection(
                                        3,
                                        Duration.ofMillis(2),
                                        Duration.ofMillis(5),
                                        List.of("claimed_names", "creators")),
                                new Connection(1, Duration.ofMillis(2), Duration.ofMillis(5), List.of("answers")))));
        return new BenchResult(
                form,
                List.of(new Fact("load", "0.1")),
                List.of(new Measured("start", "a start beside a bare one", result)));
    }
}
