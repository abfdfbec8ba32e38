package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.stream.Stream;

/** A relation of a claimed name is health, unless the name must be free. */
final class RelationDetector implements Classifier.Detector {

    @Override
    public Stream<CatalogFinding> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        ClaimMatcher matcher = new ClaimMatcher(snapshot, claims);
        return snapshot.relations().stream()
                .flatMap(relation -> matcher.claimOn(relation).stream()
                        .filter(claims::demand)
                        .map(claim -> new LeftoverRelation(relation, claim)));
    }
}
