package io.github.cleanstaletypes.chaos.story;

import io.github.cleanstaletypes.chaos.scenario.Scene;

/** A part of the story brings one fault about, has it healed, and looks whether anything was lost. */
public interface Act {

    /** Tells a reader in a few words what happens. */
    String title();

    /**
     * Plays it in the scene's database, which is empty, and tells what happens.
     *
     * @throws io.github.cleanstaletypes.chaos.system.Inconclusive if the fault did not come about
     * @throws io.github.cleanstaletypes.chaos.system.Deviation if anything else is not as it should be
     */
    Observation play(Scene scene, Narrator narrator);
}
