package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.SqlName;
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
        return claimOn(schema, name, claim -> switch (claim.conflict()) {
            case EITHER, TYPE -> true;
            case RELATION -> kind == TypeKind.COMPOSITE;
            case INVALID_INDEX, PENDING_DETACH -> false;
        });
    }

    /** The claim that a relation of this name is in the way of; of several, the one that asks for most. */
    Optional<Claim> claimOnRelation(String schema, String name) {
        return claimOn(schema, name, claim -> switch (claim.conflict()) {
            case EITHER, RELATION -> true;
            case TYPE, INVALID_INDEX, PENDING_DETACH -> false;
        });
    }

    /** The claim that an invalid index of this name is in the way of; of several, the one that asks for most. */
    Optional<Claim> claimOnInvalidIndex(String schema, String name) {
        return claimOn(schema, name, claim -> switch (claim.conflict()) {
            case EITHER, RELATION, INVALID_INDEX -> true;
            case TYPE, PENDING_DETACH -> false;
        });
    }

    /** The claim that a half detached partition of this name, or of a table of this name, is in the way of; of several, the one that asks for most. */
    Optional<Claim> claimOnDetach(String schema, String name) {
        return claimOn(schema, name, claim -> switch (claim.conflict()) {
            case EITHER, RELATION, PENDING_DETACH -> true;
            case TYPE, INVALID_INDEX -> false;
        });
    }

    private Optional<Claim> claimOn(String schema, String name, Predicate<Claim> conflicts) {
        if (!claims.coverSchema(schema)) {
            return Optional.empty();
        }
        return byStoredName.getOrDefault(name, List.of()).stream()
                .filter(conflicts)
                .filter(claim -> means(claim, schema))
                .filter(claim -> claim.unless().stream().noneMatch(this::isThere))
                .max(Comparator.comparing(Claim::source));
    }

    private boolean isThere(SqlName relation) {
        String stored = snapshot.storedNames().getOrDefault(relation.name(), relation.name());
        return snapshot.relations().stream()
                .anyMatch(there -> there.name().equals(stored)
                        && (relation.schema() == null || relation.schema().equals(there.schema())));
    }

    private boolean means(Claim claim, String schema) {
        String claimed = claim.name().schema();
        if (claimed != null) {
            return claimed.equals(schema);
        }
        return !claims.schemas().isEmpty() || snapshot.server().searchPath().contains(schema);
    }
}
