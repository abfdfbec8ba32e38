package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import java.util.ArrayList;
import java.util.List;

/** Tells what of the pending migrations was not judged: all, since nobody knows which they are; or what claims no name. Stateless. */
final class UnjudgedMigrations {

    private UnjudgedMigrations() {}

    /** Why none of their names was judged. */
    static List<String> of(PendingClaims pending, Claims claims) {
        List<String> reasons = new ArrayList<>(pending.unjudged());
        if (!pending.claims().isEmpty()
                && elsewhere(pending, claims) == pending.claims().size()) {
            reasons.add("the names that pending migrations create: other schemas only are looked into");
        }
        return reasons;
    }

    /** What claims no name. */
    static List<String> parts(PendingClaims pending, Claims claims) {
        List<String> parts = new ArrayList<>(pending.unread());
        long elsewhere = elsewhere(pending, claims);
        if (elsewhere > 0 && elsewhere < pending.claims().size()) {
            parts.add("%d of the names that pending migrations create: other schemas only are looked into"
                    .formatted(elsewhere));
        }
        return parts;
    }

    private static long elsewhere(PendingClaims pending, Claims claims) {
        return pending.claims().stream()
                .map(Claim::name)
                .filter(name -> name.schema() != null && !claims.coverSchema(name.schema()))
                .count();
    }
}
