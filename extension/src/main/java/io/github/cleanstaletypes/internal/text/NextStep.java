package io.github.cleanstaletypes.internal.text;

import io.github.cleanstaletypes.internal.guard.report.Attempt.Next;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.Optional;

/** Puts what a guard does after a failure into words. Stateless. */
public final class NextStep {

    private NextStep() {}

    /** One line; empty if nothing follows. */
    public static Optional<String> inWords(Explanation explanation, Next next) {
        String failed =
                explanation.cause() + (explanation.sqlState() == null ? "" : " (" + explanation.sqlState() + ")");
        return switch (next) {
            case RETRY -> Optional.of(failed + ": worth another attempt, trying again");
            case HEAL -> Optional.of(failed + ": " + healed(explanation));
            case END -> Optional.empty();
        };
    }

    private static String healed(Explanation explanation) {
        String names = String.join(", ", explanation.healable());
        return explanation.cause().equals(FindingCode.INVALID_INDEX.name())
                ? "no query uses the index that its error names (" + names + "), dropping it and trying again"
                : "nothing uses what its error names (" + names + "), setting it aside and trying again";
    }
}
