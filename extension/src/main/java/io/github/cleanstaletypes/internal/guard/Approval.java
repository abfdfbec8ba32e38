package io.github.cleanstaletypes.internal.guard;

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
record Approval(@Nullable SqlName type, List<String> instead) {

    static final Approval NONE = new Approval(null, List.of());

    Approval {
        instead = List.copyOf(instead);
    }

    static Approval of(SqlName type) {
        return new Approval(type, List.of());
    }

    /** The explanation, with this as what can be healed. */
    Explanation in(Explanation explanation) {
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
