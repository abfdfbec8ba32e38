package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.catalog.DanglingRow.Pointer;
import io.github.cleanstaletypes.internal.catalog.integrity.IndexDamage;
import io.github.cleanstaletypes.internal.catalog.integrity.Integrity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds damage wherever it is, claimed or not, whatever schemas were asked for: it forbids every change. Stateless. */
final class DamageDetector {

    private DamageDetector() {}

    static Stream<CatalogFinding> find(CatalogSnapshot snapshot) {
        Integrity integrity = snapshot.integrity();
        List<CatalogFinding> dangling = dangling(snapshot);
        if (!integrity.tornRows().isEmpty()) {
            // what points to a row that cannot be seen seems to point nowhere: if it were rebuilt, it would be there
            // twice
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

    /** Finds what points to nothing, each cause once. */
    private static List<CatalogFinding> dangling(CatalogSnapshot snapshot) {
        Set<Long> told =
                snapshot.dangling().stream().flatMap(DamageDetector::rowType).collect(Collectors.toSet());
        return snapshot.dangling().stream()
                // the array of a row type that is told already is its twin, not a second cause
                .filter(row -> row.pointer() != Pointer.ARRAY_TYPE || !told.contains(row.target()))
                .map(DamageDetector::finding)
                .toList();
    }

    private static Stream<Long> rowType(DanglingRow row) {
        return switch (row.pointer()) {
            case ROW_TYPE -> Stream.of(row.oid());
            case RELATION -> Stream.of(row.target());
            case ARRAY_TYPE -> Stream.empty();
        };
    }

    private static CatalogFinding finding(DanglingRow row) {
        return switch (row.pointer()) {
            case ROW_TYPE -> new OrphanRowType(row);
            case ARRAY_TYPE -> new OrphanArrayType(row);
            case RELATION -> new RelationWithoutType(row);
        };
    }

    private static List<String> words(List<CatalogFinding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.subject().display())
                .toList();
    }
}
