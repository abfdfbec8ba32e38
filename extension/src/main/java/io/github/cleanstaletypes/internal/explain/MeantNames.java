package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThing;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.claim.sql.StatementTarget;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows which schema an error means: the one that its statement or its key tells; else the one on this role's search path; else the only
 * one that has the name. Immutable.
 */
record MeantNames(ErrorContext context, NamedThings things) {

    private static final Set<Cause> RELATIONS =
            EnumSet.of(Cause.RELATION_EXISTS, Cause.RELATION_RACE, Cause.DUPLICATE_ROWS);

    /** The name with the schema that the error tells, if it tells one. */
    SqlName of(NamedObject object) {
        String schema = context.schemaNames().get(object.schemaOid());
        return new SqlName(schema == null ? object.schema() : schema, object.name());
    }

    /** What an error is about that has a name. */
    SqlName name(Symptom symptom) {
        SqlName name = of(Objects.requireNonNull(symptom.named()));
        boolean bare = name.schema() == null && ErrorClaims.claims(symptom.cause()) && !temporary(symptom);
        List<NamedThing> candidates = bare ? candidates(symptom) : List.of();
        return candidates.size() == 1
                        && !things.searchPath().contains(candidates.get(0).schema())
                ? new SqlName(candidates.get(0).schema(), name.name())
                : name;
    }

    /** The name of a type or a relation that an error claims; null if it claims none. */
    @Nullable
    SqlName claimed(Symptom symptom) {
        return symptom.named() == null || !ErrorClaims.claims(symptom.cause()) || temporary(symptom)
                ? null
                : name(symptom);
    }

    /** Those of several schemas that have the name, where the error does not tell which one is meant. */
    List<NamedThing> ambiguous(Symptom symptom) {
        NamedObject named = symptom.named();
        boolean told = named == null
                || !ErrorClaims.claims(symptom.cause())
                || of(named).schema() != null
                || temporary(symptom);
        List<NamedThing> candidates = told ? List.of() : candidates(symptom);
        return candidates.stream().map(NamedThing::schema).distinct().count() > 1 ? candidates : List.of();
    }

    /** The partitions that an error says are half detached: in each schema, since a message tells the schema of their table at most. */
    List<SqlName> detaching(Symptom symptom) {
        NamedObject named = symptom.named();
        if (named == null || symptom.cause() != Cause.INCOMPLETE_DETACH) {
            return List.of();
        }
        List<SqlName> found = things.all().stream()
                .filter(thing -> thing.relation() && thing.name().equals(named.name()))
                .map(thing -> new SqlName(thing.schema(), thing.name()))
                .distinct()
                .toList();
        return found.isEmpty() ? List.of(of(named)) : found;
    }

    /** Whatever would be in the way of the name in some schema. */
    private List<NamedThing> candidates(Symptom symptom) {
        NamedObject named = Objects.requireNonNull(symptom.named());
        return things.all().stream()
                .filter(thing -> thing.name().equals(named.name()) && !thing.temporary())
                .filter(thing -> RELATIONS.contains(symptom.cause()) ? thing.relation() : thing.type())
                .toList();
    }

    static boolean temporary(Symptom symptom) {
        StatementTarget target = symptom.target();
        return target != null && target.temporary();
    }
}
