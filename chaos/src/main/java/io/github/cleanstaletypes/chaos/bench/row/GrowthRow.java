package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Estimate;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.row.Curve.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the looks grow with the catalog, from a hundredth of its size to all of it. */
final class GrowthRow implements Row {

    private static final String FULL = "check (full look)";
    private static final String QUICK = "clean --type (quick look)";
    private static final String COUNTS = "four counts";

    private final Promise linear =
            new Promise("time for each type, at the whole size ÷ at a tenth of it", Target.times(1.2));
    private final Promise constant = new Promise("statements more than in a catalog of a hundredth", Target.atMost(0));

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String title() {
        return "a full look less one at an empty catalog, from a hundredth of the types to all: CPU of process and server";
    }

    @Override
    public List<Promise> promises() {
        return List.of(linear, constant);
    }

    @Override
    public RowResult measure(Ground ground) {
        int whole = ground.size().types();
        List<Integer> sizes = List.of(whole / 100, whole / 33, whole / 10, whole / 3, whole);
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(label(FULL, 0), check(ground, 0));
        contenders.put(label(QUICK, 0), clean(ground, 0));
        for (int types : sizes) {
            contenders.put(label(FULL, types), check(ground, types));
            contenders.put(label(QUICK, types), clean(ground, types));
            contenders.put(
                    label(COUNTS, types),
                    CatalogCounts.of(ground, ground.server().withTypes(types)));
        }
        Rounds rounds = Rounds.play(0, ground.size().large(), contenders);
        int more = statements(ground, whole) - statements(ground, whole / 100);
        return new RowResult(
                List.of(
                        linear.kept(
                                rounds.estimate(round -> ofEach(round, whole) / ofEach(round, whole / 10)),
                                Told.cpu(rounds.estimate(round -> ofEach(round, whole))) + " a type",
                                Told.cpu(rounds.estimate(round -> ofEach(round, whole / 10))) + " a type"),
                        constant.kept(Estimate.exactly(Math.abs(more)), "", "")),
                List.of(rounds),
                curves(rounds, sizes),
                List.of());
    }

    private static double ofEach(Rounds.Round round, int types) {
        return beyondStart(round, FULL, types) / types;
    }

    private static double beyondStart(Rounds.Round round, String of, int types) {
        return round.of(label(of, types)).cpu() - round.of(label(of, 0)).cpu();
    }

    private static List<Curve> curves(Rounds rounds, List<Integer> sizes) {
        List<Curve> curves = new ArrayList<>();
        curves.add(curve(FULL, sizes, types -> rounds.estimate(round -> beyondStart(round, FULL, types))));
        curves.add(curve(QUICK, sizes, types -> rounds.estimate(label(QUICK, types), Cost::serverCpu)));
        curves.add(curve(COUNTS, sizes, types -> rounds.estimate(label(COUNTS, types), Cost::serverCpu)));
        return curves;
    }

    private interface AtSize {
        Estimate of(int types);
    }

    private static Curve curve(String of, List<Integer> sizes, AtSize time) {
        return new Curve(
                of,
                sizes.stream()
                        .map(types -> new Point(types, time.of(types).median()))
                        .toList());
    }

    private static int statements(Ground ground, int types) {
        return ground.listen(
                        Ground.plain(ground.product(), List.of(), List.of(Ground.CHECK)),
                        ground.server().withTypes(types))
                .statements();
    }

    private static Contender check(Ground ground, int types) {
        return ground.commandLine(ground.server().withTypes(types), Ground.CHECK);
    }

    private static Contender clean(Ground ground, int types) {
        return ground.commandLine(ground.server().withTypes(types), "clean", "--type", "accounts_user");
    }

    private static String label(String of, int types) {
        return of + ", " + Told.types(types);
    }
}
