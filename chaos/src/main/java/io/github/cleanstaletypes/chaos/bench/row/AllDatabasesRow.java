package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Figure;
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

    private final Promise plain = Promise.of(
            "one after another ÷ check --all-databases, start aside, both without options", Target.timesAtLeast(1.6));

    private final Promise launched = Promise.of(
            "one after another ÷ check --all-databases, start aside, both with the launcher's options",
            Target.timesAtLeast(1.6));

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
        return List.of(plain, launched);
    }

    @Override
    public RowResult measure(Ground ground) {
        try (BenchServer server = BenchServer.start(ground.server().version())) {
            List<String> names = IntStream.range(0, ground.size().databases())
                    .mapToObj(i -> server.create("db_" + i).name())
                    .toList();
            Rounds without = play(ground, server.port(), names, List.of());
            Rounds withOptions = play(ground, server.port(), names, LauncherRow.SHORT_LIVED);
            return RowResult.of(
                    List.of(figure(plain, without, names.size()), figure(launched, withOptions, names.size())),
                    without,
                    withOptions);
        }
    }

    private static Rounds play(Ground ground, int port, List<String> names, List<String> options) {
        Database first = new Database(port, names.get(0));
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(ALL, unmetered(ground, first, options, "check", "--all-databases"));
        contenders.put(ONE, unmetered(ground, first, options, "check"));
        contenders.put(LOOP, loop(ground, port, names, options));
        contenders.put(LOOP_OF_ONE, loop(ground, port, names.subList(0, 1), options));
        return Rounds.play(ground.size().warmUps(), ground.size().large(), contenders);
    }

    private static Figure figure(Promise promise, Rounds rounds, int databases) {
        return promise.kept(
                rounds.estimate(round -> less(round, LOOP, LOOP_OF_ONE) / Math.max(LEAST, less(round, ALL, ONE))),
                databases + " databases in " + Told.waiting(rounds.estimate(ALL, Cost::waiting)),
                Told.waiting(rounds.estimate(LOOP, Cost::waiting)));
    }

    private static double less(Round round, String all, String one) {
        return round.of(all).waiting() - round.of(one).waiting();
    }

    private static Contender unmetered(Ground ground, Database database, List<String> options, String... arguments) {
        Map<String, String> environment = ground.environment(database);
        environment.put("DATABASE_URL", database.jdbcUrl("bench"));
        return ground.program(Ground.plain(ground.product(), options, List.of(arguments)), environment);
    }

    private static Contender loop(Ground ground, int port, List<String> names, List<String> options) {
        List<String> words = new ArrayList<>(List.of(Ground.java()));
        words.addAll(options);
        words.add(OneAfterAnother.class.getName());
        words.add(String.valueOf(port));
        words.addAll(names);
        return ground.program(words, JavaProcess.classPath());
    }
}
