package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
import java.util.Optional;
import java.util.Set;

/**
 * Says what else was found, as far as it forbids changes.
 *
 * @param damaged whether the catalog is damaged
 * @param creations the kinds of transaction that are creating something
 */
record Scene(boolean damaged, Set<FindingCode> creations) {

    /** Plans the action, unless damage forbids it. */
    Step unlessDamaged(CatalogFinding finding, Action action) {
        return damaged ? leftForDamage(finding) : Step.of(finding, action);
    }

    /** Refuses, because a transaction that is creating something may need what is to go; empty if there is none. */
    Optional<Step> refusedForCreation(CatalogFinding finding) {
        if (creations.contains(FindingCode.PREPARED_CREATION)) {
            return Optional.of(
                    Step.refuse(
                            finding,
                            Refusal.PREPARED,
                            "Not removed, because a prepared transaction in this database has created something and may need it."));
        }
        return creations.isEmpty()
                ? Optional.empty()
                : Optional.of(Step.refuse(
                        finding,
                        Refusal.CREATOR,
                        "Not removed, because a transaction in this database is creating something and may need it."));
    }

    /** Refuses, because of the damage. */
    static Step leftForDamage(CatalogFinding finding) {
        return Step.refuse(
                finding,
                Refusal.DAMAGE,
                "Left as it is, because this database's catalog is damaged: first do no harm.");
    }
}
