package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Refusal;
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

    /** Refuses, because of the damage. */
    static Step leftForDamage(CatalogFinding finding) {
        return Step.refuse(
                finding,
                Refusal.DAMAGE,
                "Left as it is, because this database's catalog is damaged: first do no harm.");
    }
}
