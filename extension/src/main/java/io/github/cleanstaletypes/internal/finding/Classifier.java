package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what was read into findings. Stateless. */
public final class Classifier {

    private Classifier() {}

    /** All findings: damage first, then creations, then tools' states, then types by ascending oid, then relations, indexes, partitions. */
    public static List<CatalogFinding> classify(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        ClaimMatcher matcher = new ClaimMatcher(snapshot, claims);
        return Stream.<Stream<? extends CatalogFinding>>of(
                        DamageDetector.find(snapshot),
                        creations(activity, claims),
                        ToolStateDetector.find(snapshot, activity, claims),
                        TypeDetector.find(snapshot, claims, matcher),
                        relations(snapshot, claims, matcher),
                        IndexDetector.find(snapshot, claims, matcher),
                        detaches(snapshot, claims, matcher))
                .<CatalogFinding>flatMap(found -> found)
                .toList();
    }

    /** What a transaction creates has no name yet, so it is told whatever is claimed; it may be any of the claimed names. */
    private static Stream<Creation> creations(Activity activity, Claims claims) {
        boolean demanded = claims.strict() && !claims.isEmpty();
        return activity.creators().stream()
                .map(creator -> creator.prepared()
                        ? new PreparedCreation(creator)
                        : new UncommittedCreation(creator, null, demanded));
    }

    /** A partition that is half detached is in the way of changes of its table, too. */
    private static Stream<PendingDetach> detaches(CatalogSnapshot snapshot, Claims claims, ClaimMatcher matcher) {
        return snapshot.detaches().stream()
                .filter(row -> claims.coverSchema(row.schema()))
                .map(row -> {
                    Claim claim = matcher.claimOnDetach(row.schema(), row.name())
                            .or(() -> matcher.claimOnDetach(row.parentSchema(), row.parentName()))
                            .orElse(null);
                    return new PendingDetach(row, claim, claims.strict() || (claim != null && claims.demand(claim)));
                });
    }

    /** A relation of a claimed name is a sign of health, unless the name must be free; an invalid index is told as that. */
    private static Stream<LeftoverRelation> relations(CatalogSnapshot snapshot, Claims claims, ClaimMatcher matcher) {
        Set<Long> invalid = snapshot.indexes().stream().map(IndexRow::oid).collect(Collectors.toSet());
        return snapshot.relations().stream()
                .filter(relation -> !invalid.contains(relation.oid()))
                .flatMap(relation -> matcher.claimOnRelation(relation.schema(), relation.name()).stream()
                        .filter(claims::demand)
                        .map(claim -> new LeftoverRelation(relation, claim)));
    }
}
