package io.github.cleanstaletypes.internal.explain;

import java.util.List;

/**
 * Says what an error means and what to do about it. Immutable.
 *
 * @param explanation what happened
 * @param remedy what to do
 * @param evidence what the database has besides findings, a line each
 * @param again whether two sessions at the same moment are all that it took, although its cause alone does not say so
 */
record Advice(String explanation, String remedy, List<String> evidence, boolean again) {

    static final String RUN_AGAIN =
            "Run the migration again, and let one migrator run at a time: two replicas that migrate at once will do this again.";

    Advice {
        evidence = List.copyOf(evidence);
    }

    Advice(String explanation, String remedy) {
        this(explanation, remedy, List.of());
    }

    Advice(String explanation, String remedy, List<String> evidence) {
        this(explanation, remedy, evidence, false);
    }

    /** The same, of what a second attempt can get past. */
    Advice worthAnotherAttempt() {
        return new Advice(explanation, remedy, evidence, true);
    }

    Advice with(List<String> facts) {
        return new Advice(explanation, remedy, facts, again);
    }
}
