package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Neighbours;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of an inspection what commands under guards of other names are creating, where the server locks types: no removal can harm
 * it, and it is on another part of the database. Of one run; not thread-safe.
 */
final class OthersCreations {

    private final Connection connection;
    private final Applier applier;
    private final Set<String> leftOut = new HashSet<>();

    OthersCreations(Connection connection, Applier applier) {
        this.connection = connection;
        this.applier = applier;
    }

    Inspection leaveOut(Inspection inspection) throws SQLException {
        List<Creator> creators = inspection.activity().creators();
        if (creators.stream().noneMatch(Neighbours::hasName)) {
            return inspection;
        }
        List<Creator> others =
                Transaction.READS.run(connection, c -> applier.neighbours().among(creators, c));
        if (others.isEmpty() || !canBeLeftOut(inspection)) {
            return inspection;
        }
        others.forEach(creator -> leftOut.add(creator.virtualTransaction()));
        return inspection.without(this::isLeftOut);
    }

    /** Whether this one was left out. */
    boolean isLeftOut(Creator creator) {
        return leftOut.contains(creator.virtualTransaction());
    }

    private boolean canBeLeftOut(Inspection inspection) throws SQLException {
        for (CatalogFinding finding : inspection.findings()) {
            if (finding instanceof UnusedType type) {
                return applier.locksTypes(type);
            }
        }
        return true;
    }
}
