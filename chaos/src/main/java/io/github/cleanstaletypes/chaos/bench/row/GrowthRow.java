package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Curve;
import io.github.cleanstaletypes.chaos.bench.figure.Curve.Point;
import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Round;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** How the looks grow with the catalog, from a hundredth of its size to all of it. */
final class GrowthRow implements Row {

    private static final String FULL = "check (full look)";
    private static final String QUICK = "clean --type (quick look)";
    private static final String COUNTS = "four counts";

    private final Promise linear =
            Promise.ofLarge("time for each type, at the whole size ÷ at a tenth of it", Target.times(1.2));
    private final Promise constant =
            Promise.of("statements more in the largest catalog than in the smallest", Target.atMost(0));

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "a full look less one at an empty catalog, from few types to all: CPU of process and server";
    }

    @Override
    public List<Promise> promises() {
        return List.of(linear, constant);
    }

    @Override
    public RowResult measure(Ground ground) {
        List<Integer> sizes = ground.size().curve();
        int whole = ground.size().types();
        int tenth = ground.size().tenth();
        Rounds rounds = Rounds.play(0, ground.size().large(), contenders(ground, sizes));
        int more = statements(ground, whole) - statements(ground, sizes.get(0));
        return RowResult.of(
                        List.of(
                                linear.kept(
                                        rounds.estimate(round -> ofEach(round, whole) / ofEach(round, tenth)),
                                        Told.cpu(rounds.estimate(round -> ofEach(round, whole))) + " a type",
                                        Told.cpu(rounds.estimate(round -> ofEach(round, tenth))) + " a type"),
                                constant.kept(
                                        Estimate.exactly(Math.abs(more)),
                                        statements(ground, whole) + " statements",
                                        "")),
                        rounds)
                .withCurves(List.of(
                        curve(FULL, sizes, types -> rounds.estimate(round -> beyondStart(round, types))),
                        curve(QUICK, sizes, types -> rounds.estimate(label(QUICK, types), Cost::serverCpu)),
                        curve(COUNTS, sizes, types -> rounds.estimate(label(COUNTS, types), Cost::serverCpu))));
    }

    private static Map<String, Contender> contenders(Ground ground, List<Integer> sizes) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(label(FULL, 0), check(ground, 0));
        for (int types : sizes) {
            contenders.put(label(FULL, types), check(ground, types));
            contenders.put(
                    label(QUICK, types),
                    ground.commandLine(ground.server().withTypes(types), "clean", "--type", "accounts_user"));
            contenders.put(
                    label(COUNTS, types),
                    CatalogCounts.of(ground, ground.server().withTypes(types)));
        }
        return contenders;
    }

    private static Contender check(Ground ground, int types) {
        return ground.commandLine(ground.server().withTypes(types), Ground.CHECK);
    }

    private static double ofEach(Round round, int types) {
        return beyondStart(round, types) / types;
    }

    private static double beyondStart(Round round, int types) {
        return round.of(label(FULL, types)).cpu() - round.of(label(FULL, 0)).cpu();
    }

    private static Curve curve(String of, List<Integer> sizes, IntFunction<Estimate> seconds) {
        return new Curve(
                of,
                sizes.stream()
                        .map(types -> new Point(types, seconds.apply(types).median()))
                        .toList());
    }

    private static int statements(Ground ground, int types) {
        return ground.listen(ground.server().withTypes(types), Ground.CHECK).statements();
    }

    private static String label(String of, int types) {
        return of + ", " + Told.types(types);
    }
}
