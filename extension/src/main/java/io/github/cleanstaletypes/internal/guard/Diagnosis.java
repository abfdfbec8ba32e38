package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.guard.healing.HealingChoice;
import io.github.cleanstaletypes.report.Explanation;
import java.util.List;

/**
 * Why the command failed, as far as what it said and the database tell. Immutable.
 *
 * @param choice what may be set aside
 * @param newcomers what its error met that was committed while it ran
 */
record Diagnosis(Explanation explanation, HealingChoice choice, List<SqlName> newcomers) {

    Diagnosis {
        newcomers = List.copyOf(newcomers);
    }
}
