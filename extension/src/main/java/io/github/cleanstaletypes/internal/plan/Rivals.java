package io.github.cleanstaletypes.internal.plan;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import io.github.cleanstaletypes.report.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Quarantined types of which several had one name, which only one of them can have back. Immutable. */
final class Rivals {

    private final List<CatalogFinding> quarantined;

    Rivals(List<CatalogFinding> quarantined) {
        this.quarantined = List.copyOf(quarantined);
    }

    /** Why this one does not get its name back; empty if it does. */
    Optional<Step> refusal(CatalogFinding finding) {
        List<CatalogFinding> rivals = quarantined.stream()
                .filter(other ->
                        other.subject().display().equals(finding.subject().display()))
                .toList();
        List<CatalogFinding> meant = rivals.stream().filter(Rivals::claimed).toList();
        if (rivals.size() == 1 || (meant.size() == 1 && meant.contains(finding))) {
            return Optional.empty();
        }
        String names = rivals.stream()
                .flatMap(rival -> Settlement.type(rival).stream())
                .map(type -> Calls.restore(presentName(type)))
                .collect(Collectors.joining(" or "));
        return Optional.of(Step.refuse(
                finding,
                Refusal.NAME_TAKEN,
                rivals.size() + " types that are renamed had this name. Say which is to have it back: " + names + "."));
    }

    private static boolean claimed(CatalogFinding finding) {
        return finding.claim() != null;
    }

    /** The name by which this one alone is meant. */
    static String presentName(StandaloneType type) {
        return new SqlName(type.schema(), type.name()).toString();
    }
}
