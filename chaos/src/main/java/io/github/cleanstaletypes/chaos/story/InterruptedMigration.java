package io.github.cleanstaletypes.chaos.story;

import java.util.List;

/**
 * The story is that a migrator is killed in the middle of a statement that commits by itself. What users then try at once
 * fails; waiting for the session that was left behind helps; and a type that really is stale is another matter.
 */
public final class InterruptedMigration {

    private InterruptedMigration() {}

    /** Lists what is to be played, in this order; no act needs another. */
    public static List<Act> acts() {
        return List.of(new RerunAtOnce(), new RerunAfterClean(), new StaleEnum());
    }
}
