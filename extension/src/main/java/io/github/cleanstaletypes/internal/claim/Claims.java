package io.github.cleanstaletypes.internal.claim;

import io.github.cleanstaletypes.report.ClaimSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that is claimed in one run. Immutable.
 *
 * @param claims the claimed names
 * @param allUnused whether every unused standalone type is claimed by hand
 * @param schemas where to look: empty means every user schema, and the search path for a bare name
 * @param strict whether a name claimed by hand is taken as seriously as one that a pending migration claims
 * @param probed whether the claimed names are to be tried: whoever wants that wants them free, by hand too
 * @param tools the migration tools that are to go on here, and who says so
 */
public record Claims(
        List<Claim> claims,
        boolean allUnused,
        List<SchemaGlob> schemas,
        boolean strict,
        boolean probed,
        Map<MigrationTool, ClaimSource> tools) {

    public static final Claims NONE = new Claims(List.of(), false, List.of(), false);

    public Claims {
        claims = List.copyOf(claims);
        schemas = List.copyOf(schemas);
        tools = Map.copyOf(tools);
    }

    /** Claims by no tool. */
    public Claims(List<Claim> claims, boolean allUnused, List<SchemaGlob> schemas, boolean strict) {
        this(claims, allUnused, schemas, strict, false, Map.of());
    }

    /** These and more. */
    public Claims and(List<Claim> more) {
        List<Claim> all = Stream.concat(claims.stream(), more.stream()).toList();
        return new Claims(all, allUnused, schemas, strict, probed, tools);
    }

    /** These, and that these tools are to go on. */
    public Claims and(Set<MigrationTool> more, ClaimSource source) {
        Map<MigrationTool, ClaimSource> all = new EnumMap<>(MigrationTool.class);
        all.putAll(tools);
        more.forEach(tool -> all.merge(tool, source, (one, other) -> one.compareTo(other) < 0 ? other : one));
        return new Claims(claims, allUnused, schemas, strict, probed, all);
    }

    /** These, each of which is to be tried. */
    public Claims andProbed() {
        return new Claims(claims, allUnused, schemas, strict, true, tools);
    }

    /** Whether nothing is claimed, so that nothing can be a candidate for removal. */
    public boolean isEmpty() {
        return claims.isEmpty() && !allUnused;
    }

    /** Whether the run looks into this schema at all. */
    public boolean coverSchema(String schema) {
        return schemas.isEmpty() || schemas.stream().anyMatch(glob -> glob.covers(schema));
    }

    /** Whether the name must be free, so that a relation or a type in use is no sign of health. */
    public boolean demand(Claim claim) {
        return strict || probed || claim.source() != ClaimSource.HAND;
    }

    /** Whether any claimed name must be free. */
    public boolean demandAny() {
        return claims.stream().anyMatch(this::demand);
    }

    /** The unqualified names, as they were written, of what is claimed and of what a claim depends on. */
    public List<String> names() {
        return claims.stream()
                .flatMap(claim -> Stream.concat(Stream.of(claim.name()), claim.unless().stream()))
                .map(SqlName::name)
                .distinct()
                .toList();
    }
}
