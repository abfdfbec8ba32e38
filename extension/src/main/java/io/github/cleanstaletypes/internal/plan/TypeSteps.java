package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.Quarantine.Approval;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.TypeInUse;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.report.Refusal;

/** Decides what to do about a standalone type. Stateless. */
final class TypeSteps {

    private TypeSteps() {}

    static Step unused(UnusedType finding, Scene scene) {
        Approval approval = Settlement.approval(finding).orElse(null);
        if (approval != null) {
            return scene.damaged()
                    ? Scene.leftForDamage(finding)
                    : Settlement.abandoned(finding, approval, !scene.creations().isEmpty());
        }
        boolean quarantined = finding.type().quarantine().isPresent();
        if (quarantined && (scene.damaged() || !scene.creations().isEmpty())) {
            return Step.of(finding, Action.NOTE);
        }
        if (scene.damaged()) {
            return Scene.leftForDamage(finding);
        }
        if (!finding.type().exact()) {
            return quarantined ? Step.of(finding, Action.NOTE) : inexact(finding);
        }
        if (!finding.type().owned() && !finding.type().schemaOwned()) {
            return quarantined ? Step.of(finding, Action.NOTE) : notOwned(finding);
        }
        if (!finding.type().undo().lost().isEmpty()) {
            return quarantined ? Step.of(finding, Action.NOTE) : notUndoable(finding);
        }
        return scene.refusedForCreation(finding)
                .orElseGet(() -> Step.of(finding, quarantined ? Action.DISCARD : Action.REMOVE));
    }

    static Step used(TypeInUse finding, Scene scene) {
        if (finding.type().quarantine().isPresent()) {
            return scene.damaged() ? Scene.leftForDamage(finding) : restored(finding);
        }
        return finding.demanded() ? Step.refuse(finding, Refusal.IN_USE, "") : Step.of(finding, Action.NOTE);
    }

    /** Gives a quarantined type its name back, if what must be sent for that is text. */
    static Step restored(CatalogFinding finding) {
        boolean exact = Settlement.type(finding).map(StandaloneType::exact).orElse(true);
        return exact ? Step.of(finding, Action.RESTORE) : inexact(finding);
    }

    private static Step inexact(CatalogFinding finding) {
        return Step.refuse(
                finding,
                Refusal.ENCODING,
                "Left as it is, because its name, its comment or a label holds bytes that are no text: what would bring it"
                        + " back could not be written down.");
    }

    private static Step notOwned(UnusedType finding) {
        return Step.refuse(
                finding,
                Refusal.PRIVILEGE,
                "Not removed, because only its owner \"" + finding.type().owner()
                        + "\" or the owner of its schema may; connect as that role.");
    }

    private static Step notUndoable(UnusedType finding) {
        return Step.refuse(
                finding,
                Refusal.NOT_UNDOABLE,
                "Not removed, because its undo would not bring back "
                        + String.join(", ", finding.type().undo().lost()) + ".");
    }
}
