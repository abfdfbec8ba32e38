package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.index.IndexRole;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.report.Refusal;

/** Decides what to do about an invalid index. Stateless. */
final class IndexSteps {

    private IndexSteps() {}

    /** One that is claimed and that nothing else needs goes; of one that is in the making its builder says what becomes of it. */
    static Step invalid(InvalidIndex finding, Scene scene) {
        IndexRow index = finding.index();
        boolean claimed = finding.claim() != null;
        if (index.builder() != null) {
            return claimed && finding.demanded()
                    ? Step.refuse(finding, Refusal.BUSY, "It is left to the session that builds it.")
                    : Step.of(finding, Action.NOTE);
        }
        if (!claimed || index.role() != IndexRole.TABLE) {
            return Step.of(finding, finding.demanded() ? Action.REPORT : Action.NOTE);
        }
        if (scene.damaged()) {
            return Scene.leftForDamage(finding);
        }
        if (index.definition() == null) {
            return Step.refuse(
                    finding, Refusal.BUSY, "Not removed, because another session holds its table for a change.");
        }
        if (!index.exact()) {
            return Step.refuse(
                    finding,
                    Refusal.ENCODING,
                    "Left as it is, because its name, its definition or its comment holds bytes that are no text: what would"
                            + " bring it back could not be written down.");
        }
        if (!index.owned()) {
            return Step.refuse(
                    finding,
                    Refusal.PRIVILEGE,
                    "Not removed, because only the owner of its table \"" + index.owner()
                            + "\" may; connect as that role.");
        }
        return scene.refusedForCreation(finding).orElseGet(() -> Step.of(finding, Action.REMOVE));
    }
}
