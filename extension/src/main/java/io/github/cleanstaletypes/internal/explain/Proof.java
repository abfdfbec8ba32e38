package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.report.Finding;
import io.github.cleanstaletypes.report.FindingCode;
import io.github.cleanstaletypes.report.Result;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds what the error met among the things that the live catalog has. */
final class Proof {

    /** Says what a CREATE that fails has met. */
    private enum Met {
        TYPE,
        RELATION,
        CREATION,
        TOOL_STATE,
        DAMAGE
    }

    private Proof() {}

    /** Damage comes first, since it is behind whatever else there is; then what has the name; empty if nothing proves anything. */
    static Optional<Result> of(Symptom symptom, List<Result> results) {
        return switch (symptom.cause()) {
            case TYPE_RACE -> first(results, finding -> damage(finding) && maybe(symptom, finding));
            case TYPE_EXISTS, RELATION_EXISTS ->
                first(results, finding -> damage(finding) && named(symptom, finding))
                        .or(() -> first(results, finding -> named(symptom, finding)));
            case OBJECT_EXISTS ->
                first(results, finding -> named(symptom, finding) && (damage(finding) || met(finding) == Met.TYPE));
            case LOCK_TIMEOUT, STATEMENT_TIMEOUT ->
                first(results, finding -> finding.code() == FindingCode.PREPARED_CREATION)
                        .or(() -> first(results, finding -> met(finding) == Met.CREATION));
            case INCOMPLETE_DETACH ->
                first(results, finding -> detached(symptom, finding) && ofTable(symptom, finding))
                        .or(() -> first(results, finding -> detached(symptom, finding)));
            case LOST_TYPE, LOST_RELATION -> first(results, Proof::damage);
            case SCHEMA_NOT_EMPTY -> first(results, finding -> finding.code() == FindingCode.UNUSED_TYPE);
            case KNEX_LOCK, LIQUIBASE_LOCK, EARLIER_FAILURE -> ToolAdvice.unfinished(symptom, results);
            case RELATION_RACE,
                    SCHEMA_RACE,
                    EXTENSION_RACE,
                    FUNCTION_RACE,
                    ENUM_LABEL_TWICE,
                    DATABASE_RACE,
                    ROLE_RACE,
                    CATALOG_RACE,
                    CONCURRENT_CATALOG_UPDATE,
                    DEADLOCK,
                    EXTENSION_EXISTS,
                    POLICY_EXISTS,
                    TRIGGER_EXISTS,
                    CONSTRAINT_EXISTS,
                    PUBLICATION_EXISTS,
                    SUBSCRIPTION_EXISTS,
                    SLOT_EXISTS,
                    COLUMN_EXISTS,
                    PRIMARY_KEY_EXISTS,
                    DUPLICATE_ROWS,
                    DEPENDENT_OBJECTS,
                    VALIDATION_FAILED,
                    CONCURRENT_MIGRATION,
                    ROLE_EXISTS,
                    ENUM_LABEL_EXISTS,
                    SCHEMA_EXISTS,
                    FUNCTION_EXISTS,
                    DATABASE_EXISTS -> Optional.empty();
        };
    }

    private static Optional<Result> first(List<Result> results, Predicate<Finding> test) {
        return results.stream().filter(result -> test.test(result.finding())).findFirst();
    }

    private static boolean damage(Finding finding) {
        return met(finding) == Met.DAMAGE;
    }

    private static Met met(Finding finding) {
        return switch (finding.code()) {
            case UNUSED_TYPE, TYPE_IN_USE -> Met.TYPE;
            case LEFTOVER_RELATION, INVALID_INDEX, PENDING_DETACH -> Met.RELATION;
            case UNCOMMITTED_CREATION, PREPARED_CREATION -> Met.CREATION;
            case UNFINISHED_MIGRATION -> Met.TOOL_STATE;
            case ORPHAN_ROW_TYPE, ORPHAN_ARRAY_TYPE, RELATION_WITHOUT_TYPE, INVISIBLE_ROW, DAMAGED_INDEX -> Met.DAMAGE;
        };
    }

    private static boolean detached(Symptom symptom, Finding finding) {
        return finding.code() == FindingCode.PENDING_DETACH && named(symptom, finding);
    }

    private static boolean ofTable(Symptom symptom, Finding finding) {
        NamedObject named = symptom.named();
        return named != null
                && named.on() != null
                && named.on().toString().equals(finding.evidence().get("table"));
    }

    /** Tells whether it has the name, or none: an index that disagrees with its table, for one, is about every name. */
    private static boolean maybe(Symptom symptom, Finding finding) {
        return finding.subject().name() == null || named(symptom, finding);
    }

    private static boolean named(Symptom symptom, Finding finding) {
        NamedObject named = symptom.named();
        return named != null && Objects.equals(finding.subject().name(), named.name());
    }
}
