package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.stream.Stream;

/** Finds invalid indexes in the schemas that the run looks into, claimed or not: no query says that it does without one. Stateless. */
final class IndexDetector {

    private IndexDetector() {}

    static Stream<InvalidIndex> find(CatalogSnapshot snapshot, Claims claims, ClaimMatcher matcher) {
        return snapshot.indexes().stream()
                .filter(index -> claims.coverSchema(index.schema()))
                .map(index -> judge(index, claims, matcher));
    }

    private static InvalidIndex judge(IndexRow index, Claims claims, ClaimMatcher matcher) {
        Claim claim = matcher.claimOnInvalidIndex(index.schema(), index.name()).orElse(null);
        return new InvalidIndex(index, claim, claims.strict() || (claim != null && claims.demand(claim)));
    }
}
