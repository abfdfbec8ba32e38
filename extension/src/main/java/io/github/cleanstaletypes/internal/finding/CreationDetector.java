package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.stream.Stream;

/** Transactions that are creating something: what they create has no name yet, so they are told whatever is claimed. */
final class CreationDetector implements Classifier.Detector {

    @Override
    public Stream<CatalogFinding> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        return activity.creators().stream()
                .map(creator -> creator.prepared() ? new PreparedCreation(creator) : UncommittedCreation.of(creator));
    }
}
