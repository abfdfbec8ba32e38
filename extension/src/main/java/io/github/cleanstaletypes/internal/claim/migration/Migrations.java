package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import java.util.Set;

/** Migrations of which some may be pending; which ones, and so which names they claim, depends on the database. Can be shared. */
public interface Migrations {

    /**
     * The names that the pending ones will create.
     *
     * @param ground what has been migrated in the database, seen at the same moment as what the claims are held against
     * @throws java.io.UncheckedIOException if a file has become unreadable
     */
    PendingClaims pending(MigrationContext ground);

    /** Whether which of them are pending depends on what has been migrated. */
    default boolean dependOnHistories() {
        return true;
    }

    /** The tools that they are written for, as far as that can be told; more than one if these write them alike. */
    default Set<MigrationTool> tools() {
        return Set.of();
    }
}
