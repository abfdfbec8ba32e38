package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.Integrity;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Damage is a finding wherever it is, claimed or not, whatever schemas were asked for: it forbids every change. */
final class DamageDetector implements Classifier.Detector {

    @Override
    public Stream<CatalogFinding> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        Integrity integrity = snapshot.integrity();
        List<CatalogFinding> dangling = dangling(snapshot);
        if (!integrity.tornRows().isEmpty()) {
            // what points to a row that cannot be seen seems to point nowhere: whoever rebuilt it would have it twice
            return Stream.of(new InvisibleRow(integrity.tornRows(), integrity.indexes(), words(dangling), null));
        }
        List<CatalogFinding> found = new ArrayList<>();
        boolean seeming = integrity.indexes().stream().anyMatch(IndexDamage::byOid);
        List<String> others = seeming ? words(dangling) : List.of();
        integrity.indexes().forEach(index -> found.add(new DamagedIndex(index, index.byOid() ? others : List.of())));
        if (!seeming) {
            found.addAll(dangling);
        }
        return found.stream();
    }

    /** What points to nothing, each cause once. */
    private static List<CatalogFinding> dangling(CatalogSnapshot snapshot) {
        Set<Long> told = Stream.concat(
                        snapshot.orphanRowTypes().stream().map(row -> row.oid()),
                        snapshot.relationsWithoutType().stream().map(row -> row.type()))
                .collect(Collectors.toSet());
        return Stream.of(
                        snapshot.orphanRowTypes().stream().<CatalogFinding>map(OrphanRowType::new),
                        snapshot.orphanArrayTypes().stream()
                                // the array of a row type that is told already is its twin, not a second cause
                                .filter(row -> !told.contains(row.element()))
                                .<CatalogFinding>map(OrphanArrayType::new),
                        snapshot.relationsWithoutType().stream().<CatalogFinding>map(RelationWithoutType::new))
                .flatMap(findings -> findings)
                .toList();
    }

    private static List<String> words(List<CatalogFinding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.subject().display())
                .toList();
    }
}
