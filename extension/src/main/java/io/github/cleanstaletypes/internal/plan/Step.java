package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.report.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Says what is to be done about one finding.
 *
 * @param finding the finding
 * @param action what is to be done
 * @param refusal why not, for {@link Action#REFUSE}; null for any other action
 * @param why a sentence that says why, empty where the finding says it all
 */
public record Step(
        CatalogFinding finding, Action action, @Nullable Refusal refusal, String why) {

    static Step of(CatalogFinding finding, Action action) {
        return new Step(finding, action, null, "");
    }

    static Step refuse(CatalogFinding finding, Refusal refusal, String why) {
        return new Step(finding, Action.REFUSE, refusal, why);
    }
}
