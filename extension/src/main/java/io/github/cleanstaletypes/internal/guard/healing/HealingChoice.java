package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.Explanation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what an error allows to take out of the way. Immutable.
 *
 * @param inTheWay what is in the way and not needed, or null if there is nothing
 * @param instead what to do where it cannot be known which one is meant, or null
 */
public record HealingChoice(
        @Nullable SqlName inTheWay, @Nullable String instead) {

    public static final HealingChoice NONE = new HealingChoice(null, null);

    static HealingChoice of(SqlName inTheWay) {
        return new HealingChoice(inTheWay, null);
    }

    /** The explanation, with this as what can be healed; where it cannot be known what is in the way, nothing of it is a cause. */
    public Explanation in(Explanation explanation, Symptom symptom) {
        return new Explanation(
                instead == null ? explanation.cause() : symptom.cause().name(),
                explanation.sqlState(),
                explanation.constraint(),
                explanation.explanation(),
                instead == null ? explanation.remedy() : instead,
                explanation.claims(),
                explanation.results(),
                explanation.transientRace(),
                Optional.ofNullable(inTheWay).map(SqlName::toString).stream().toList(),
                explanation.evidence(),
                explanation.others(),
                explanation.look());
    }
}
