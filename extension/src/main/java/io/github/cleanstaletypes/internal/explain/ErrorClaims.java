package io.github.cleanstaletypes.internal.explain;

import io.github.cleanstaletypes.internal.catalog.named.ErrorContext;
import io.github.cleanstaletypes.internal.catalog.named.NamedThings;
import io.github.cleanstaletypes.internal.catalog.named.SchemaContent;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Conflict;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.error.Cause;
import io.github.cleanstaletypes.internal.error.Failure;
import io.github.cleanstaletypes.internal.error.NamedObject;
import io.github.cleanstaletypes.internal.error.Symptom;
import io.github.cleanstaletypes.internal.explain.words.SwapNames;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Knows the names that a failure claims, and what must be looked up for them. Immutable. */
public final class ErrorClaims {

    /** All other causes are about schemas, functions, roles and the like, which are no types or relations. */
    private static final Set<Cause> CLAIMING = EnumSet.of(
            Cause.TYPE_RACE,
            Cause.RELATION_RACE,
            Cause.TYPE_EXISTS,
            Cause.RELATION_EXISTS,
            Cause.OBJECT_EXISTS,
            Cause.DUPLICATE_ROWS);

    private final List<Symptom> symptoms;

    public ErrorClaims(Failure failure) {
        this.symptoms = failure.symptoms();
    }

    /** Whether an error of this cause claims the name of a type or a relation. */
    static boolean claims(Cause cause) {
        return CLAIMING.contains(cause);
    }

    /** Lists the schemas that the errors give by oid only. */
    public List<Long> schemaOids() {
        return objects()
                .map(NamedObject::schemaOid)
                .filter(oid -> oid != 0)
                .distinct()
                .toList();
    }

    /** Lists the schemas of which an error says that something is in them. */
    public List<String> schemasInQuestion() {
        return symptoms.stream()
                .filter(symptom -> symptom.cause() == Cause.SCHEMA_NOT_EMPTY)
                .flatMap(symptom -> Stream.ofNullable(symptom.named()))
                .map(NamedObject::name)
                .toList();
    }

    /** Lists the migration tools whose own words the errors are: what these say in their tables keeps them from going on. */
    public Set<MigrationTool> tools() {
        return symptoms.stream()
                .flatMap(symptom -> ToolAdvice.tool(symptom).stream())
                .collect(Collectors.toSet());
    }

    /** Says what is to be looked for besides. */
    public NamedThings.Wanted wanted() {
        return new NamedThings.Wanted(
                symptoms.stream().flatMap(ErrorClaims::names).distinct().toList(),
                objects()
                        .flatMap(named -> Stream.ofNullable(named.on()))
                        .map(SqlName::name)
                        .distinct()
                        .toList(),
                symptoms.stream()
                        .map(Symptom::lost)
                        .filter(oid -> oid != 0)
                        .distinct()
                        .toList(),
                MigrationTool.tableNames());
    }

    /** Lists the claims; where types are all that a schema in question holds, these too. */
    public List<Claim> claims(ErrorContext context, NamedThings things) {
        MeantNames meant = new MeantNames(context, things);
        Stream<SqlName> named = symptoms.stream().flatMap(symptom -> Stream.ofNullable(meant.claimed(symptom)));
        Stream<Claim> detaches = symptoms.stream()
                .flatMap(symptom -> meant.detaching(symptom).stream())
                .distinct()
                .map(name -> new Claim(name, ClaimSource.ERROR, Conflict.PENDING_DETACH));
        return Stream.concat(
                        Stream.concat(named, alone(context.contents()))
                                .distinct()
                                .map(name -> new Claim(name, ClaimSource.ERROR)),
                        detaches)
                .toList();
    }

    private static Stream<String> names(Symptom symptom) {
        return Stream.ofNullable(symptom.named())
                .flatMap(named -> symptom.cause() == Cause.TYPE_EXISTS || symptom.cause() == Cause.DEPENDENT_OBJECTS
                        ? SwapNames.around(named.name()).stream()
                        : Stream.of(named.name()));
    }

    private static Stream<SqlName> alone(List<SchemaContent> contents) {
        return contents.stream().allMatch(content -> content.kind().equals("type"))
                ? contents.stream()
                        .flatMap(content -> content.names().stream().map(name -> new SqlName(content.schema(), name)))
                : Stream.empty();
    }

    private Stream<NamedObject> objects() {
        return symptoms.stream().flatMap(symptom -> Stream.ofNullable(symptom.named()));
    }
}
