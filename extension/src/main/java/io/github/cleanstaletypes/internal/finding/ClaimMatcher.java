package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.Conflict;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells which claim, if any, means an object: by the name that the server stores, in the schemas that the claim means. */
final class ClaimMatcher {

    private final CatalogSnapshot snapshot;
    private final Claims claims;

    /** Thousands of names may be claimed, of thousands of types. */
    private final Map<String, List<Claim>> byStoredName;

    ClaimMatcher(CatalogSnapshot snapshot, Claims claims) {
        this.snapshot = snapshot;
        this.claims = claims;
        this.byStoredName = claims.claims().stream()
                .collect(Collectors.groupingBy(claim -> snapshot.storedNames()
                        .getOrDefault(claim.name().name(), claim.name().name())));
    }

    /** The claim that a type of this name is in the way of; of several, the one that asks for most. */
    Optional<Claim> claimOnType(String schema, String name, TypeKind kind) {
        boolean relationToo = kind == TypeKind.COMPOSITE;
        return claimOn(schema, name, claim -> relationToo || claim.conflict() != Conflict.RELATION);
    }

    /** The claim that a relation of this name is in the way of; of several, the one that asks for most. */
    Optional<Claim> claimOnRelation(String schema, String name) {
        return claimOn(schema, name, claim -> claim.conflict() != Conflict.TYPE);
    }

    private Optional<Claim> claimOn(String schema, String name, Predicate<Claim> conflicts) {
        if (!claims.coverSchema(schema)) {
            return Optional.empty();
        }
        return byStoredName.getOrDefault(name, List.of()).stream()
                .filter(conflicts)
                .filter(claim -> means(claim, schema))
                .max(Comparator.comparing(Claim::source));
    }

    private boolean means(Claim claim, String schema) {
        String claimed = claim.name().schema();
        if (claimed != null) {
            return claimed.equals(schema);
        }
        return !claims.schemas().isEmpty() || snapshot.server().searchPath().contains(schema);
    }
}
