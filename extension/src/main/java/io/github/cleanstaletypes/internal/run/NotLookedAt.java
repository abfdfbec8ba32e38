package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.Coverage.Look;
import io.github.cleanstaletypes.report.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what a run did not look at, so that "clean" is only said of what it saw. */
final class NotLookedAt {

    static final String OTHER_DATABASES = "other databases of this server";

    /** What a run leaves out that only reads, although names were to be probed. */
    static final String NOT_TRIED = "whether a CREATE of the claimed names would succeed: only clean tries that";

    /** What a quick look leaves out. */
    static final String QUICK =
            "anything but what the claimed names lead to: no damage, no rows that cannot be seen, no types, invalid"
                    + " indexes and tables of migration tools of other names (" + Calls.CHECK + " looks at all)";

    private NotLookedAt() {}

    static List<String> untried(List<Probe> probes) {
        return probes.stream()
                .filter(probe -> probe.outcome() == Probe.Outcome.NOT_PROBED)
                .map(probe -> "whether a CREATE of " + probe.display() + " would succeed: " + probe.detail())
                .toList();
    }

    static List<String> of(Inspection inspection, List<String> untried) {
        CatalogSnapshot snapshot = inspection.snapshot();
        List<String> sentences = new ArrayList<>();
        long unclaimed = inspection.coverage().unjudged();
        // that nothing is claimed at all is told in other words
        if (unclaimed > 0 && snapshot.unclaimed().isEmpty()) {
            sentences.add(unclaimed + (unclaimed == 1 ? " standalone type" : " standalone types")
                    + " of other names: not claimed, so not judged (claim them by name, or " + Calls.ALL_UNUSED + ")");
        }
        sentences.addAll(elsewhere(snapshot, inspection.claims().claims()));
        sentences.addAll(inspection.pending().notes());
        sentences.addAll(inspection.coverage().unreadParts());
        sentences.addAll(inspection.coverage().unjudgedMigrations());
        snapshot.toolStates().unread().stream()
                .map(table -> "the migration tool's table " + table)
                .filter(sentence -> !sentences.contains(sentence))
                .forEach(sentences::add);
        sentences.addAll(untried);
        sentences.add(OTHER_DATABASES);
        if (inspection.look() == Look.QUICK) {
            sentences.add(QUICK);
            return sentences;
        }
        if (!snapshot.integrity().heapsVerified()) {
            sentences.add(
                    "rows that no snapshot shows: this role may not call verify_heapam of the extension amcheck here");
        }
        sentences.add("catalogs other than pg_type and pg_class");
        return sentences;
    }

    private static List<String> elsewhere(CatalogSnapshot snapshot, List<Claim> claims) {
        Set<String> bare = claims.stream()
                .map(Claim::name)
                .filter(name -> name.schema() == null)
                .map(SqlName::name)
                .collect(Collectors.toSet());
        return snapshot.types().stream()
                .filter(type -> bare.contains(type.name()))
                .filter(type -> !snapshot.server().searchPath().contains(type.schema()))
                .map(type ->
                        "the type " + display(type) + ": not on this role's search path (claim it with its schema)")
                .toList();
    }

    private static String display(StandaloneType type) {
        return new SqlName(type.schema(), type.name()).toString();
    }
}
