package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.InProcess;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many types are removed, each in a transaction of its own, as the server does it for who says DROP TYPE so often. */
final class RemovalsRow implements Row {

    private static final String MANY = "clean --all-unused, many";
    private static final String NONE = "clean --all-unused, none";
    private static final String DROPS = "as many DROP TYPE";

    private final Promise promise =
            Promise.ofLarge("many removals ÷ the server's own drops, start aside", Target.times(5));

    @Override
    public String name() {
        return "removals";
    }

    @Override
    public String title() {
        return "clean --all-unused with many unused types less one with none, beside DROP TYPE of each by JDBC: as a user waits";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        int number = ground.size().removals();
        Database database = ground.server().create("removals");
        Contender clean = ground.commandLine(database, "clean", "--all-unused");
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(MANY, () -> {
            make(database, number);
            Cost cost = clean.run();
            expectNone(database);
            return cost;
        });
        contenders.put(NONE, clean);
        contenders.put(DROPS, () -> {
            make(database, number);
            String[] drops = IntStream.range(0, number)
                    .mapToObj(i -> "DROP TYPE public.left_" + i)
                    .toArray(String[]::new);
            return InProcess.cost(ground.meter(), () -> ground.metered(database).execute(drops));
        });
        Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().large(), contenders);
        return RowResult.of(
                List.of(promise.kept(
                        rounds.estimate(
                                round -> beyondStart(round) / round.of(DROPS).waiting()),
                        number + " in " + Told.waiting(rounds.estimate(RemovalsRow::beyondStart)),
                        Told.waiting(rounds.estimate(DROPS, Cost::waiting)))),
                rounds);
    }

    private static double beyondStart(Rounds.Round round) {
        return round.of(MANY).waiting() - round.of(NONE).waiting();
    }

    private static void make(Database database, int number) {
        database.execute(("DO $$ BEGIN FOR i IN 0..%d LOOP"
                        + " EXECUTE pg_catalog.format('CREATE TYPE public.left_%%s AS ENUM (''a'', ''b'')', i);"
                        + " END LOOP; END $$")
                .formatted(number - 1));
    }

    private static void expectNone(Database database) {
        String left = database.queryText("SELECT pg_catalog.count(*) FROM pg_catalog.pg_type WHERE typtype = 'e'"
                + " AND typnamespace = 'public'::pg_catalog.regnamespace");
        if (!left.equals("0")) {
            throw new Unmeasurable(left + " types were not removed");
        }
    }
}
