package io.github.cleanstaletypes;

import io.github.cleanstaletypes.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.catalog.StandaloneType;
import io.github.cleanstaletypes.claim.Claim;
import io.github.cleanstaletypes.claim.SqlName;
import java.util.ArrayList;
import java.util.List;

/** Says what a run did not look at, so that "clean" is only said of what it saw. */
final class Coverage {

    private Coverage() {}

    static List<String> notLookedAt(Inspection inspection) {
        CatalogSnapshot snapshot = inspection.snapshot();
        List<String> sentences = new ArrayList<>();
        long unclaimed = snapshot.server().standaloneTypes() - snapshot.types().size();
        if (unclaimed > 0) {
            sentences.add(unclaimed + (unclaimed == 1 ? " standalone type" : " standalone types")
                    + " of other names: not claimed, so not judged (name them, or --all-unused)");
        }
        for (Claim claim : inspection.claims().claims()) {
            elsewhere(snapshot, claim).forEach(sentences::add);
        }
        sentences.addAll(inspection.notes());
        sentences.add("other databases of this server");
        sentences.add("rows that no snapshot shows, and the indexes of the catalog");
        return sentences;
    }

    private static List<String> elsewhere(CatalogSnapshot snapshot, Claim claim) {
        if (claim.name().schema() != null) {
            return List.of();
        }
        return snapshot.types().stream()
                .filter(type -> type.name().equals(claim.name().name()))
                .filter(type -> !snapshot.server().searchPath().contains(type.schema()))
                .map(Coverage::display)
                .map(name -> "the type " + name + ": not on this role's search path (claim it with its schema)")
                .toList();
    }

    private static String display(StandaloneType type) {
        return new SqlName(type.schema(), type.name()).toString();
    }
}
