package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.Map;

/** Tells which standalone types a run has judged: those that are claimed, and those that an earlier run has quarantined. Stateless. */
public final class JudgedTypes {

    private JudgedTypes() {}

    /** Counts the standalone types that nobody claims; what an extension owns does not count. */
    public static long unjudged(CatalogSnapshot snapshot, Claims claims) {
        ClaimMatcher matcher = new ClaimMatcher(snapshot, claims);
        long judged = snapshot.types().stream()
                .filter(type -> type.kind().removable() && type.extension() == null)
                .filter(type -> judged(type, claims, matcher))
                .count();
        long used = snapshot.usedTypes().entrySet().stream()
                .filter(schema -> claims.coverSchema(schema.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Math.max(0, snapshot.server().standaloneTypes() - judged - used);
    }

    private static boolean judged(StandaloneType type, Claims claims, ClaimMatcher matcher) {
        return type.quarantine().isPresent()
                || matcher.claimOnType(type.schema(), type.name(), type.kind()).isPresent()
                || (claims.allUnused() && claims.coverSchema(type.schema()));
    }
}
