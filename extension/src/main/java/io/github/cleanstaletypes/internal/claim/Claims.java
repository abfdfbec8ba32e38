package io.github.cleanstaletypes.internal.claim;

import io.github.cleanstaletypes.report.ClaimSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is claimed in one run. Immutable.
 *
 * @param claims the claimed names
 * @param allUnused whether every unused standalone type is claimed by hand
 * @param schemas where to look: empty means every user schema, and the search path for a bare name
 * @param strict whether a name claimed by hand is taken as seriously as one that a pending migration claims
 */
public record Claims(List<Claim> claims, boolean allUnused, List<SchemaGlob> schemas, boolean strict) {

    public static final Claims NONE = new Claims(List.of(), false, List.of(), false);

    public Claims {
        claims = List.copyOf(claims);
        schemas = List.copyOf(schemas);
    }

    /** These and more. */
    public Claims and(List<Claim> more) {
        List<Claim> all = Stream.concat(claims.stream(), more.stream()).toList();
        return new Claims(all, allUnused, schemas, strict);
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
        return strict || claim.source() != ClaimSource.HAND;
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
