package io.github.cleanstaletypes.chaos.story;

import java.util.List;

/**
 * A migrator is killed in the middle of a statement that commits by itself. What users then try at once fails; waiting
 * for the session that was left behind helps; and a type that really is stale is another matter.
 */
public final class InterruptedMigration implements Story {

    @Override
    public List<Act> acts() {
        return List.of(new RerunAtOnce(), new RerunAfterClean(), new StaleEnum());
    }
}
