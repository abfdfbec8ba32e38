package io.github.cleanstaletypes.internal.error;

import java.util.List;

/**
 * What was read of a failure: the first error of this family, which is its cause, and others that came after. Immutable.
 *
 * @param symptoms the errors, at least one
 */
public record Failure(List<Symptom> symptoms) {

    public Failure {
        symptoms = List.copyOf(symptoms);
        if (symptoms.isEmpty()) {
            throw new IllegalArgumentException("a failure has an error");
        }
    }

    /** The first error. */
    public Symptom first() {
        return symptoms.get(0);
    }
}
