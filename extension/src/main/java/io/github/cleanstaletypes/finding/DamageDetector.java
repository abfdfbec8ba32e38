package io.github.cleanstaletypes.finding;

import io.github.cleanstaletypes.catalog.Activity;
import io.github.cleanstaletypes.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.claim.Claims;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Damage is a finding wherever it is, claimed or not, whatever schemas were asked for: it forbids every change. */
final class DamageDetector implements Classifier.Detector {

    @Override
    public Stream<Finding> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        Set<Long> told = Stream.concat(
                        snapshot.orphanRowTypes().stream().map(row -> row.oid()),
                        snapshot.relationsWithoutType().stream().map(row -> row.type()))
                .collect(Collectors.toSet());
        return Stream.of(
                        snapshot.orphanRowTypes().stream().<Finding>map(OrphanRowType::new),
                        snapshot.orphanArrayTypes().stream()
                                // the array of a row type that is told already is its twin, not a second cause
                                .filter(row -> !told.contains(row.element()))
                                .<Finding>map(OrphanArrayType::new),
                        snapshot.relationsWithoutType().stream().<Finding>map(RelationWithoutType::new))
                .flatMap(findings -> findings);
    }
}
