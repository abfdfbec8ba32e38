package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.system.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Many names are claimed, of which none is taken. */
final class ClaimedNamesRow implements Row {

    private static final String MANY = "clean --types-file, many names";
    private static final String NONE = "clean, no name";

    private final Promise promise = Promise.of("many claimed names, more than none", Target.seconds(0.2));

    @Override
    public String name() {
        return "names";
    }

    @Override
    public String title() {
        return "clean with 10,000 claimed names less one with none, on an empty database: as a user waits";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        Database empty = ground.server().withTypes(0);
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(
                MANY,
                ground.commandLine(empty, "clean", "--types-file", file(ground).toString()));
        contenders.put(NONE, ground.commandLine(empty, "clean"));
        Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().rounds(), contenders);
        return RowResult.of(
                List.of(promise.kept(
                        rounds.estimate(round ->
                                round.of(MANY).waiting() - round.of(NONE).waiting()),
                        ground.size().names() + " names: " + Told.waiting(rounds.estimate(MANY, Cost::waiting)),
                        Told.waiting(rounds.estimate(NONE, Cost::waiting)))),
                rounds);
    }

    private static Path file(Ground ground) {
        List<String> names = IntStream.range(0, ground.size().names())
                .mapToObj(i -> "wanted_name_" + i)
                .toList();
        try {
            return Files.write(ground.directory().resolve("names.txt"), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
