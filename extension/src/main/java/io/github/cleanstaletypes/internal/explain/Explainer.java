package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.Explanation;
import io.github.cleanstaletypes.report.Explanation.Look;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what an error says and what the live catalog has. Immutable. */
public final class Explainer {

    private final Failure failure;
    private final Symptom first;

    public Explainer(Failure failure) {
        this.failure = failure;
        this.first = failure.first();
    }

    /**
     * The explanation.
     *
     * @param claims what the failure claims
     * @param context what the database has besides the names
     * @param things what has the names in it, in all schemas
     * @param found what the catalog has for the claims, nothing changed; empty without a look
     * @param look the look into the live catalog, or null if there was none
     */
    public Explanation explain(
            List<Claim> claims, ErrorContext context, NamedThings things, List<Result> found, @Nullable Look look) {
        List<Result> results =
                found.stream().filter(result -> !healthy(result.finding())).toList();
        Situation situation = new Situation(failure.symptoms(), context, things, results, look != null);
        Advice advice = Advisers.advise(situation);
        return new Explanation(
                cause(situation, advice),
                first.sqlState(),
                first.constraint(),
                advice.explanation(),
                advice.remedy(),
                claims.stream().map(claim -> claim.name().toString()).toList(),
                results,
                (first.cause().race() || advice.again()) && !situation.damaged(),
                situation.damaged() || !situation.ambiguous().isEmpty() ? List.of() : healable(results),
                advice.evidence(),
                failure.symptoms().stream().skip(1).map(Explainer::inWords).toList(),
                look);
    }

    private static String cause(Situation situation, Advice advice) {
        return advice.called() == null
                ? situation
                        .proof()
                        .map(result -> result.finding().code().name())
                        .orElse(situation.cause().name())
                : advice.called();
    }

    /** Whether it is what should be there: a tool's own table, or what a statement was to create unless it is there. */
    private boolean healthy(Finding finding) {
        String name = finding.subject().name();
        return finding.code() == FindingCode.LEFTOVER_RELATION
                && (MigratorsTable.owns(name)
                        || failure.symptoms().stream()
                                .anyMatch(symptom -> InSpite.race(symptom)
                                        && symptom.named() != null
                                        && symptom.named().name().equals(name)));
    }

    /** The unused types that the first error names, provided that it is about a type or a relation of that name. */
    private List<String> healable(List<Result> results) {
        NamedObject named = first.named();
        boolean aboutType = first.cause() == Cause.TYPE_EXISTS || first.cause() == Cause.RELATION_EXISTS;
        if (named == null || !aboutType) {
            return List.of();
        }
        return results.stream()
                .map(Result::finding)
                .flatMap(finding -> unused(finding, named.name()))
                .toList();
    }

    private static Stream<String> unused(Finding finding, String name) {
        boolean quarantined = finding.evidence().containsKey("quarantined_as");
        return finding.code() == FindingCode.UNUSED_TYPE
                        && !quarantined
                        && name.equals(finding.subject().name())
                ? Stream.of(new SqlName(finding.subject().schema(), name).toString())
                : Stream.empty();
    }

    private static String inWords(Symptom symptom) {
        NamedObject named = symptom.named();
        return symptom.cause()
                + (named == null ? "" : " " + named.sqlName())
                + (symptom.sqlState() == null ? "" : " (SQLSTATE " + symptom.sqlState() + ")");
    }
}
