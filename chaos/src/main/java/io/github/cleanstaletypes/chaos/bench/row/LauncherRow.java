package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.figure.Promise;
import io.github.cleanstaletypes.chaos.bench.figure.RowResult;
import io.github.cleanstaletypes.chaos.bench.figure.Target;
import io.github.cleanstaletypes.chaos.bench.measure.Archive;
import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.row.Distribution.Launcher;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A start by the launcher that people unpack, which makes an archive of its classes when it is first run. */
final class LauncherRow implements Row {

    private static final String LAUNCHER = "launcher";

    /** The launcher chooses these. */
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Promise promise = Promise.of("bin/clean-stale-types check", Target.times(1.3));

    @Override
    public String name() {
        return "launcher";
    }

    @Override
    public String title() {
        return "bin/clean-stale-types check with the archive of its first run, beside a bare JDBC program with one of its own:"
                + " processes' CPU";
    }

    @Override
    public List<Promise> promises() {
        return List.of(promise);
    }

    @Override
    public RowResult measure(Ground ground) {
        Optional<Distribution> built = Distribution.in(ground.distribution());
        if (built.isEmpty()) {
            return RowResult.of(
                    List.of(promise.absent("not built: no clean-stale-types-*.tar.gz in " + ground.distribution())));
        }
        Database empty = ground.server().withTypes(0);
        Launcher launcher = built.get().unpackIn(ground.directory());
        Map<String, String> environment = launcher.environment(ground.environment(empty));
        Contender start = ground.program(launcher.words(Ground.CHECK), environment);
        start.run();
        Await.until("the first run has made an archive, in the background", launcher::hasArchive);
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put(LAUNCHER, start);
        contenders.put(
                Ground.BARE,
                ground.program(
                        Archive.wordsWith(ground.bare(), SHORT_LIVED, ground.environment(empty)),
                        ground.environment(empty)));
        ground.meter().read();
        Rounds rounds = Rounds.play(ground.size().warmUps(), ground.size().rounds(), contenders);
        return RowResult.of(
                List.of(promise.kept(
                        rounds.estimate(round -> round.of(LAUNCHER).clientCpu()
                                / round.of(Ground.BARE).clientCpu()),
                        Told.cpu(rounds.estimate(LAUNCHER, Cost::clientCpu)),
                        Told.cpu(rounds.estimate(Ground.BARE, Cost::clientCpu)))),
                rounds);
    }
}
