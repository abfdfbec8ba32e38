package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.Explanation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which type an error allows to set aside. Immutable.
 *
 * @param type the type, or null if there is none
 * @param instead what to tell where several could be meant, a line each
 */
public record HealingChoice(@Nullable SqlName type, List<String> instead) {

    public static final HealingChoice NONE = new HealingChoice(null, List.of());

    public HealingChoice {
        instead = List.copyOf(instead);
    }

    static HealingChoice of(SqlName type) {
        return new HealingChoice(type, List.of());
    }

    /** The explanation, with this as what can be healed. */
    public Explanation in(Explanation explanation) {
        return new Explanation(
                explanation.cause(),
                explanation.sqlState(),
                explanation.constraint(),
                explanation.explanation(),
                explanation.remedy(),
                explanation.claims(),
                explanation.results(),
                explanation.transientRace(),
                Optional.ofNullable(type).map(SqlName::toString).stream().toList(),
                explanation.evidence(),
                explanation.others(),
                explanation.look());
    }
}
