package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.Quarantine.Approval;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.TypeInUse;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.report.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of types that a guard has set aside. One is dropped only if its name is taken again: that shows that it was in the way,
 * and not the command's success. Stateless.
 */
public final class Settlement {

    private Settlement() {}

    /**
     * The plan for what this guard has set aside, now that its command is over; a step that only notes is about what is to be kept.
     *
     * @param guard the random part of the guard's token
     * @param succeeded whether the command has succeeded
     */
    public static Plan of(List<CatalogFinding> findings, String guard, boolean succeeded) {
        boolean damaged = findings.stream().anyMatch(finding -> finding.code().damage());
        return new Plan(findings.stream()
                .filter(finding -> approval(finding)
                        .filter(a -> a.guard().equals(guard) && !a.kept())
                        .isPresent())
                .map(finding -> damaged ? Scene.leftForDamage(finding) : settled(finding, succeeded))
                .toList());
    }

    private static Step settled(CatalogFinding finding, boolean succeeded) {
        if (!nameTaken(finding)) {
            return Step.of(finding, Action.RESTORE);
        }
        return Step.of(finding, succeeded ? Action.DISCARD : Action.NOTE);
    }

    /** What a later run does about a type that a guard has set aside that is over: the guard was killed, or could not settle it. */
    static Step abandoned(UnusedType finding, Approval approval, boolean creating) {
        if (!finding.type().nameTaken()) {
            return finding.type().owned() ? Step.of(finding, Action.RESTORE) : notOwned(finding);
        }
        if (approval.kept() && finding.claim() == null) {
            return new Step(
                    finding,
                    Action.NOTE,
                    null,
                    "Its name is taken, and the command that was to show whether it was in the way failed.");
        }
        boolean may = finding.type().owned() || finding.type().schemaOwned();
        return Step.of(finding, may && !creating ? Action.DISCARD : Action.NOTE);
    }

    private static Step notOwned(UnusedType finding) {
        return Step.refuse(
                finding,
                Refusal.PRIVILEGE,
                "Its name was not given back, because only its owner \""
                        + finding.type().owner() + "\" may do that.");
    }

    public static Optional<Approval> approval(CatalogFinding finding) {
        return type(finding).flatMap(StandaloneType::quarantine).map(Quarantine::approval);
    }

    private static boolean nameTaken(CatalogFinding finding) {
        return finding instanceof UnusedType unused && unused.type().nameTaken();
    }

    /** The type that a finding is about, if it is about one. */
    static Optional<StandaloneType> type(CatalogFinding finding) {
        if (finding instanceof UnusedType unused) {
            return Optional.of(unused.type());
        }
        return finding instanceof TypeInUse used ? Optional.of(used.type()) : Optional.empty();
    }
}
