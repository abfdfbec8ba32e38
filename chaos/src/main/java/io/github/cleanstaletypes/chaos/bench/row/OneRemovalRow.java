package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One type is removed in a large catalog, and in a small one. */
final class OneRemovalRow implements Row {

    private static final int FEW = 1_000;
    private static final String TYPE = "bench_left";

    private final Promise promise = Promise.of("one removal among many types ÷ among a thousand", Target.times(2));

    @Override
    public String name() {
        return "removal";
    }

    @Override
    public String title() {
        return "clean --type of one unused type in a large catalog, beside the same among 1,000 types: CPU of process and server";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(
                "many", removal(ground, ground.server().withTypes(ground.size().types())));
        contenders.put("few", removal(ground, ground.server().withTypes(FEW)));
        Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().large(), contenders);
        return RowResult.of(
                List.of(promise.kept(
                        rounds.estimate(round ->
                                round.of("many").cpu() / round.of("few").cpu()),
                        Told.cpu(rounds.estimate("many", Cost::cpu)),
                        Told.cpu(rounds.estimate("few", Cost::cpu)))),
                rounds);
    }

    private static Contender removal(Ground ground, Database database) {
        Contender clean = ground.commandLine(database, "clean", "--type", TYPE);
        return () -> {
            database.execute("CREATE TYPE public." + TYPE + " AS ENUM ('a', 'b')");
            Cost cost = clean.run();
            if (database.holds("pg_catalog.to_regtype('public." + TYPE + "') IS NOT NULL")) {
                throw new Unmeasurable("The type was not removed");
            }
            return cost;
        };
    }
}
