package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tells what of the pending migrations was not judged: all, since nobody knows which they are; or what claims no name. Stateless. */
final class UnjudgedMigrations {

    /** The tables of Knex and Liquibase that hold a lock say so, also under most names of one's own. */
    private static final Pattern LOCK = Pattern.compile("(?i)^[^:]*lock[^:]*:");

    private UnjudgedMigrations() {}

    /**
     * Why none of their names was judged, or which lock was not.
     *
     * @param locks the tables of migration tools whose locks were to be freed, if that was asked for
     */
    static List<String> of(PendingClaims pending, Claims claims, ToolStates locks) {
        List<String> reasons = new ArrayList<>(pending.unjudged());
        if (!pending.claims().isEmpty()
                && elsewhere(pending, claims) == pending.claims().size()) {
            reasons.add("the names that pending migrations create: other schemas only are looked into");
        }
        locks.unread().stream()
                .filter(table -> LOCK.matcher(table).find())
                .forEach(table -> reasons.add("the migration tool's table " + table));
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
