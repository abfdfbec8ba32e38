package io.github.cleanstaletypes.internal.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what an error means and what to do about it. Immutable.
 *
 * @param explanation what happened
 * @param remedy what to do
 * @param evidence what the database has besides findings, a line each
 * @param called what the situation is called, if it is none of the causes and none of the findings; else null
 * @param again whether two sessions at the same moment are all that it took, although its cause alone does not say so
 */
record Advice(
        String explanation,
        String remedy,
        List<String> evidence,
        @Nullable String called,
        boolean again) {

    static final String RUN_AGAIN =
            "Run the migration again, and let one migrator run at a time: two replicas that migrate at once will do this again.";

    Advice {
        evidence = List.copyOf(evidence);
    }

    Advice(String explanation, String remedy) {
        this(explanation, remedy, List.of());
    }

    Advice(String explanation, String remedy, List<String> evidence) {
        this(explanation, remedy, evidence, null, false);
    }

    /** The same, of what a second attempt can get past. */
    Advice worthAnotherAttempt() {
        return new Advice(explanation, remedy, evidence, called, true);
    }

    Advice with(List<String> facts) {
        return new Advice(explanation, remedy, facts, called, again);
    }

    /** The same, with a name of its own. */
    Advice called(String name) {
        return new Advice(explanation, remedy, evidence, name, again);
    }
}
