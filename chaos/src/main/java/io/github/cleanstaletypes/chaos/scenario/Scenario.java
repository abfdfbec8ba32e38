package io.github.cleanstaletypes.chaos.scenario;

import java.util.Optional;

/** A scenario brings a database to grief by a real interruption. Stateless. */
public interface Scenario {

    /** Says what it is called, what breaks in it, and who is asked to heal. */
    ScenarioHeader header();

    /** Says why it cannot be played on this machine; empty if it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * Breaks the scene's database, which is empty.
     *
     * @throws io.github.cleanstaletypes.chaos.system.Inconclusive if the fault did not come about
     */
    Incident begin(Scene scene);
}
