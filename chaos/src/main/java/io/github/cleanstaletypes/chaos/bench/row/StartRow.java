package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Trace;
import io.github.cleanstaletypes.chaos.bench.measure.Waterfall;
import io.github.cleanstaletypes.chaos.system.Database;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A start by {@code java -jar}, of a command on an empty database. */
final class StartRow implements Row {

    private final String name;
    private final List<String> arguments;
    private final Promise promise;

    private StartRow(String name, Promise promise, List<String> arguments) {
        this.name = name;
        this.promise = promise;
        this.arguments = arguments;
    }

    static Row ofCheck() {
        return new StartRow("start", Promise.of("java -jar … check", Target.times(1.6)), List.of(Ground.CHECK));
    }

    static Row ofGuard() {
        return new StartRow(
                "guard", Promise.of("java -jar … guard -- true", Target.times(1.9)), List.of("guard", "--", "true"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String title() {
        return promise.what()
                + " on an empty database, beside a bare JDBC program started the same way: processes' CPU";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        Database empty = ground.server().withTypes(0);
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(name, ground.commandLine(empty, arguments.toArray(String[]::new)));
        contenders.put(Ground.BARE, ground.bareProgram(empty));
        Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().rounds(), contenders);
        Figure figure = promise.kept(
                rounds.estimate(round ->
                        round.of(name).clientCpu() / round.of(Ground.BARE).clientCpu()),
                Told.cpu(rounds.estimate(name, Cost::clientCpu)),
                Told.cpu(rounds.estimate(Ground.BARE, Cost::clientCpu)));
        return RowResult.of(List.of(figure), rounds).withWaterfalls(starts(ground, empty));
    }

    /** Draws the floor beside the first of the commands only. */
    private List<Waterfall> starts(Ground ground, Database empty) {
        Waterfall start = trace(ground, promise.what(), ground.product(), arguments, empty);
        return arguments.contains(Ground.CHECK)
                ? List.of(start, trace(ground, Ground.BARE, ground.bare(), List.of(), empty))
                : List.of(start);
    }

    /** Takes the quickest of a few: what else the machine does shows most in a drawing of one run. */
    private static Waterfall trace(Ground ground, String what, Path jar, List<String> arguments, Database database) {
        return Stream.generate(() -> Trace.of(
                        what,
                        ground.meter(),
                        logging -> Ground.plain(jar, List.of(logging), arguments),
                        ground.environment(database)))
                .limit(ground.size().large())
                .min(Comparator.comparing(Waterfall::end))
                .orElseThrow();
    }
}
