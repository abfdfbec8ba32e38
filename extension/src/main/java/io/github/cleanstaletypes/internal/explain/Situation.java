package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.internal.explain.words.InWords;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.Finding;
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
 * @param things what has the names in the errors, in all schemas
 * @param results what the catalog has for the names in the errors, and damage; empty without a look
 * @param looked whether the database was looked at
 */
record Situation(
        List<Symptom> symptoms, ErrorContext context, NamedThings things, List<Result> results, boolean looked) {

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
        SqlName name = sqlName();
        return name == null ? UNKNOWN : name.toString();
    }

    /** The error's name with the schema that is meant, or null if the error hides the name. */
    @Nullable
    SqlName sqlName() {
        return named() == null ? null : meant().name(first());
    }

    /** What may be meant by the name, of several schemas, where nothing tells the schema; else none. */
    List<NamedThing> ambiguous() {
        return meant().ambiguous(first());
    }

    /** The types and relations that have the error's name in its schema, or anywhere where that is not known. */
    List<NamedThing> namesakes() {
        SqlName name = sqlName();
        return name == null
                ? List.of()
                : things.all().stream()
                        .filter(thing -> cause() == Cause.OBJECT_EXISTS || thing.relation() || thing.type())
                        .filter(thing -> thing.name().equals(name.name())
                                && (name.schema() == null || name.schema().equals(thing.schema())))
                        .toList();
    }

    private MeantNames meant() {
        return new MeantNames(context, things);
    }

    /** The call that looks for it. */
    String check() {
        return Calls.check(named() == null ? "NAME" : name());
    }

    /** The call that removes it. */
    String clean() {
        return Calls.clean(named() == null ? "NAME" : name());
    }

    /** What the first error met, as far as the live catalog shows it. */
    Optional<Result> proof() {
        return ambiguous().isEmpty() ? Proof.of(first(), results) : Optional.empty();
    }

    /** What the finding behind it wants to be done, or else this. */
    String remedyOr(String otherwise) {
        return proof().map(Result::remedy).orElse(otherwise);
    }

    /** Whether something of that name was found. */
    boolean there() {
        NamedObject named = named();
        return named != null
                && (results.stream().anyMatch(result -> isNamed(result.finding()))
                        || !namesakes().isEmpty());
    }

    /** Whether a finding is about what the error names. */
    boolean isNamed(Finding finding) {
        NamedObject named = named();
        return named != null && named.name().equals(finding.subject().name());
    }

    /** What has the error's name, a line each. */
    List<String> thereNow() {
        return namesakes().stream().map(InWords::there).toList();
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
