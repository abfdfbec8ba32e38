package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.product.CommandLineJar;
import io.github.cleanstaletypes.chaos.scenario.Event;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Servers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The engine plays something on a database of its own, keeps what happens and how long it takes, and gives the verdict. Scenarios and
 * the acts of the story are played by it alike. Used once.
 */
public final class Stage {

    private final String postgres;
    private final Servers servers;
    private final CommandLineJar commandLine;
    private final Random random;
    private final Timeline timeline = new Timeline();
    private final Stopwatch watch = new Stopwatch();

    /**
     * Opens a stage on a server of this version.
     *
     * @param servers whether nobody else may use the server, and whether it has a standby
     * @param random chooses timings and sizes
     */
    public Stage(String postgres, Servers servers, CommandLineJar commandLine, Random random) {
        this.postgres = postgres;
        this.servers = servers;
        this.commandLine = commandLine;
        this.random = random;
    }

    /**
     * Plays it.
     *
     * @param work returns what is not as it must be, a sentence for each thing
     */
    public Verdict play(Function<Scene, List<String>> work) {
        return Verdict.of(() -> {
            try (RunDatabase database = time(Phase.PREPARATION, () -> RunDatabase.create(postgres, servers))) {
                return work.apply(new Scene(
                        database.database(), postgres, timeline, random, commandLine, database.own(), database.pair()));
            }
        });
    }

    /** Does a part of it, whose time is added up. */
    <T> T time(Phase phase, Supplier<T> part) {
        return watch.time(phase, part);
    }

    /** It is over: what comes after this is tidying up, and does not count. */
    void over() {
        watch.stop();
        timeline.stop();
    }

    /** Returns how long it took. */
    public Duration elapsed() {
        return watch.elapsed();
    }

    Map<Phase, Duration> phases() {
        return watch.phases();
    }

    List<Event> events() {
        return timeline.events();
    }
}
