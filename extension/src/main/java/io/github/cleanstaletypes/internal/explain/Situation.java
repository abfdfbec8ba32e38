package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.ErrorContext;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a failure is to be explained. Immutable.
 *
 * @param symptoms the errors, the one that is explained first
 * @param context what the database has besides findings
 * @param results what the catalog has for the names in the errors, and damage; empty without a look
 * @param looked whether the database was looked at
 */
record Situation(List<Symptom> symptoms, ErrorContext context, List<Result> results, boolean looked) {

    /** What an object is called whose name the error hides. */
    private static final String UNKNOWN = "whose name is not known";

    Situation {
        symptoms = List.copyOf(symptoms);
        results = List.copyOf(results);
    }

    /** The error that is explained. */
    Symptom first() {
        return symptoms.get(0);
    }

    Cause cause() {
        return first().cause();
    }

    @Nullable
    NamedObject named() {
        return first().named();
    }

    /** The name in the error, with its schema where that is known, as SQL writes it; words where there is none. */
    String name() {
        NamedObject named = named();
        return named == null ? UNKNOWN : ErrorClaims.named(named, context).toString();
    }

    /** The command that looks for it. */
    String check() {
        NamedObject named = named();
        return "check --type " + (named == null ? "NAME" : "'" + name() + "'") + " --strict";
    }

    /** What the first error met, as far as the live catalog shows it. */
    Optional<Result> proof() {
        return Proof.of(first(), results);
    }

    /** What the finding behind it wants to be done, or else this. */
    String remedyOr(String otherwise) {
        return proof().map(Result::remedy).orElse(otherwise);
    }

    /** Whether something of that name was found. */
    boolean there() {
        NamedObject named = named();
        return named != null
                && results.stream()
                        .anyMatch(result ->
                                named.name().equals(result.finding().subject().name()));
    }

    /** Whether a transaction is creating something. */
    boolean creating() {
        return results.stream().anyMatch(result -> result.finding().code() == FindingCode.UNCOMMITTED_CREATION);
    }

    /** Whether the catalog itself is damaged. */
    boolean damaged() {
        return results.stream().anyMatch(result -> result.finding().code().damage());
    }
}
