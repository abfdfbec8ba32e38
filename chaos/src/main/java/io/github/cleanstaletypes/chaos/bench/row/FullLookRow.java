package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Figure;
import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Round;
import io.github.cleanstaletypes.chaos.oracle.Catcheck;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A full look at a large catalog of which a hundredth is unused, with little memory. */
final class FullLookRow implements Row {

    private static final String LARGE = "check, large";
    private static final String EMPTY = "check, empty";
    private static final String COUNTS = "four counts";
    private static final String CATCHECK = "pg_catcheck -t pg_type";
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

    private final Promise server = Promise.of("the server's part ÷ four counts, start aside", Target.times(3));
    private final Promise counts = Promise.ofLarge("check -Xmx64m ÷ four counts, start aside", Target.times(3));
    private final Promise catcheck =
            Promise.ofLarge("check -Xmx64m ÷ pg_catcheck -t pg_type, as a user waits", Target.times(1));

    @Override
    public String name() {
        return "full";
    }

    @Override
    public String title() {
        return "a full look at a large catalog less one at an empty one: CPU of process and server, beside that of four count(*)";
    }

    @Override
    public List<Promise> promises() {
        return List.of(counts, server, catcheck);
    }

    @Override
    public RowResult measure(Ground ground) {
        Database large = ground.server().withTypes(ground.size().types());
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(LARGE, check(ground, large));
        contenders.put(EMPTY, check(ground, ground.server().withTypes(0)));
        contenders.put(COUNTS, CatalogCounts.of(ground, large));
        Optional<List<String>> program = Catcheck.forVersion(ground.server().version())
                .map(found -> found.words(ground.metered(large), "pg_type"));
        program.ifPresent(words -> contenders.put(CATCHECK, ground.program(words, ground.environment(large))));
        Rounds rounds = Rounds.play(0, ground.size().large(), contenders);
        return RowResult.of(
                        List.of(
                                besideCounts(counts, rounds, Cost::cpu),
                                besideCounts(server, rounds, Cost::serverCpu),
                                program.isPresent()
                                        ? faster(rounds)
                                        : catcheck.absent(
                                                "no floor: pg_catcheck is not installed for this server's version")),
                        rounds)
                .withTalks(ground.listen(large, Ground.CHECK).talk("check"));
    }

    private static Figure besideCounts(Promise promise, Rounds rounds, ToDoubleFunction<Cost> number) {
        return promise.kept(
                rounds.estimate(round -> less(round, number) / round.of(COUNTS).serverCpu()),
                Told.cpu(rounds.estimate(round -> less(round, number))),
                Told.cpu(rounds.estimate(COUNTS, Cost::serverCpu)));
    }

    private static double less(Round round, ToDoubleFunction<Cost> number) {
        return number.applyAsDouble(round.of(LARGE)) - number.applyAsDouble(round.of(EMPTY));
    }

    private Figure faster(Rounds rounds) {
        return catcheck.kept(
                rounds.estimate(
                        round -> round.of(LARGE).waiting() / round.of(CATCHECK).waiting()),
                Told.waiting(rounds.estimate(LARGE, Cost::waiting)),
                Told.waiting(rounds.estimate(CATCHECK, Cost::waiting)));
    }

    private static Contender check(Ground ground, Database database) {
        return ground.program(
                Ground.plain(ground.product(), LITTLE_MEMORY, List.of(Ground.CHECK)), ground.environment(database));
    }
}
