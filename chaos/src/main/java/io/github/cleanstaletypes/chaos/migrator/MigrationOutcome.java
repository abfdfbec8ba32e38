package io.github.cleanstaletypes.chaos.migrator;

import org.jspecify.annotations.Nullable;

/** One run of a migrator has come to this. */
public sealed interface MigrationOutcome {

    /** It ran to its end and executed this many migrations, perhaps none. */
    record Migrated(int executed) implements MigrationOutcome {}

    /**
     * It ended with an error.
     *
     * @param error what the server reported, or null if the migrator failed for another reason
     * @param message all that the migrator printed for its user
     */
    record Failed(@Nullable ServerError error, String message) implements MigrationOutcome {}

    /** It neither finished nor failed: somebody ended its process. */
    record Killed(int exitStatus) implements MigrationOutcome {}
}
