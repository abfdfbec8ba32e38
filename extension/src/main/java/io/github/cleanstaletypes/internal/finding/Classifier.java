package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.List;
import java.util.stream.Stream;

/** Turns what was read into findings. Stateless; each detector knows one family of causes. */
public final class Classifier {

    /** Finds the causes of one family. */
    interface Detector {
        Stream<CatalogFinding> find(CatalogSnapshot snapshot, Activity activity, Claims claims);
    }

    private static final List<Detector> DETECTORS =
            List.of(new DamageDetector(), new CreationDetector(), new TypeDetector(), new RelationDetector());

    private Classifier() {}

    /** All findings: damage first, then creations, then types by ascending oid, then relations. */
    public static List<CatalogFinding> classify(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        return DETECTORS.stream()
                .flatMap(detector -> detector.find(snapshot, activity, claims))
                .toList();
    }
}
