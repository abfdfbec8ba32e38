package io.github.cleanstaletypes.chaos.story;

/** Brings one fault about, has it healed, and looks whether anything was lost. */
public interface Act {

    /** Tells a reader in a few words what happens. */
    String title();

    /**
     * Plays it on a database of its own, telling the stage's narrator what happens.
     *
     * @throws io.github.cleanstaletypes.chaos.system.Inconclusive if the fault did not come about
     * @throws io.github.cleanstaletypes.chaos.system.Deviation if anything else is not as it should be
     */
    Seen play(Stage stage);
}
