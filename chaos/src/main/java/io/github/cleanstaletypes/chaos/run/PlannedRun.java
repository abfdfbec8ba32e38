package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.healer.Healer;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import java.util.Objects;
import java.util.Random;

/**
 * A scenario is to be played on a server with a healer.
 *
 * @param postgres the server's version, such as {@code 18.6}
 * @param seed of the whole program; each run draws from it in its own way
 */
public record PlannedRun(Scenario scenario, String postgres, Healer healer, long seed) {

    /** Returns what is shown of the scenario. */
    public ScenarioHeader header() {
        return scenario.header();
    }

    /** Returns the same numbers each time, in any plan. The healer has no say: all of them meet the same fault. */
    Random random() {
        return new Random(31 * seed + Objects.hash(header().name(), postgres));
    }

    /** Returns the command that repeats it. */
    public String repeat() {
        return "java -jar chaos/target/clean-stale-types-chaos.jar --scenario %s --healer %s --postgres %s --seed %d"
                .formatted(header().name(), healer.name(), postgres, seed);
    }
}
