package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.Explanation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which type an error allows to set aside. Immutable.
 *
 * @param type the type, or null if there is none
 * @param instead what to do where it cannot be known which one is meant, or null
 */
public record HealingChoice(
        @Nullable SqlName type, @Nullable String instead) {

    public static final HealingChoice NONE = new HealingChoice(null, null);

    static HealingChoice of(SqlName type) {
        return new HealingChoice(type, null);
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
                Optional.ofNullable(type).map(SqlName::toString).stream().toList(),
                explanation.evidence(),
                explanation.others(),
                explanation.look());
    }
}
