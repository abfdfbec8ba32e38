package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.BenchServer;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Round;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** All databases of a server are checked, several at a time, beside one after another. */
final class AllDatabasesRow implements Row {

    private static final String ALL = "check --all-databases";
    private static final String ONE = "check";
    private static final String LOOP = "one after another";
    private static final String LOOP_OF_ONE = "one after another, of one";

    /** What takes less than a start changes by cannot be told from nothing. */
    private static final double LEAST = 0.01;

    private final Promise promise =
            Promise.of("one after another ÷ check --all-databases, start aside", Target.timesAtLeast(1.6));

    @Override
    public String name() {
        return "databases";
    }

    @Override
    public String title() {
        return "check --all-databases, beside a program that checks them by the library one after another: as a user waits";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        try (BenchServer server = BenchServer.start(ground.server().version())) {
            List<String> names = IntStream.range(0, ground.size().databases())
                    .mapToObj(i -> server.create("db_" + i).name())
                    .toList();
            Database first = new Database(server.port(), names.get(0));
            Map<String, Contender> contenders = new LinkedHashMap<>();
            contenders.put(ALL, unmetered(ground, first, "check", "--all-databases"));
            contenders.put(ONE, unmetered(ground, first, "check"));
            contenders.put(LOOP, loop(ground, first, names));
            contenders.put(LOOP_OF_ONE, loop(ground, first, names.subList(0, 1)));
            Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().large(), contenders);
            return RowResult.of(
                    List.of(promise.kept(
                            rounds.estimate(
                                    round -> less(round, LOOP, LOOP_OF_ONE) / Math.max(LEAST, less(round, ALL, ONE))),
                            names.size() + " databases in " + Told.waiting(rounds.estimate(ALL, Cost::waiting)),
                            Told.waiting(rounds.estimate(LOOP, Cost::waiting)))),
                    rounds);
        }
    }

    private static double less(Round round, String all, String one) {
        return round.of(all).waiting() - round.of(one).waiting();
    }

    private static Contender unmetered(Ground ground, Database database, String... arguments) {
        Map<String, String> environment = ground.environment(database);
        environment.put("DATABASE_URL", database.jdbcUrl("bench"));
        return ground.program(Ground.plain(ground.product(), List.of(), List.of(arguments)), environment);
    }

    private static Contender loop(Ground ground, Database first, List<String> names) {
        List<String> words = new ArrayList<>(List.of(Ground.java(), OneAfterAnother.class.getName()));
        words.add(String.valueOf(first.port()));
        words.addAll(names);
        return ground.program(words, JavaProcess.classPath());
    }
}
