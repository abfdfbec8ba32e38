package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.report.Refusal;

/** Decides what to do about a migration that its tool's own table says is not finished. Stateless. */
final class LockSteps {

    private LockSteps() {}

    /** @param freeing whether lock rows are to be freed */
    static Step of(UnfinishedMigration finding, Scene scene, boolean freeing) {
        if (!freeing || !finding.canBeFreed()) {
            return Step.of(finding, finding.demanded() ? Action.REPORT : Action.NOTE);
        }
        if (scene.damaged()) {
            return Scene.leftForDamage(finding);
        }
        if (!finding.table().changeable()) {
            return Step.refuse(
                    finding, Refusal.PRIVILEGE, "Not freed, because this role may not change the rows of that table.");
        }
        if (!finding.table().hooks().isEmpty()) {
            return Step.refuse(
                    finding,
                    Refusal.OTHERS_CODE,
                    "Not freed, because the table has " + finding.table().hooks()
                            + ": a change of it would run somebody's code.");
        }
        return Step.of(finding, Action.FREE);
    }
}
