package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A healer has come to this.
 *
 * @param exit its exit status, or what would be one
 * @param found what it found, and what it did about each
 * @param words all that it said
 * @param migrated what became of the next migration, if that is its own work; null if not
 */
public record Healing(
        int exit, List<Found> found, String words, @Nullable OwnMigration migrated) {

    /** A healer without an exit status has this one. */
    public static final int NO_STATUS = -1;

    /**
     * The healer itself has run the next migration.
     *
     * @param error what it got, empty if it succeeded
     */
    public record OwnMigration(Optional<ServerError> error) {}

    /**
     * A finding is a JSON object.
     *
     * @param code its code
     * @param outcome what was done about it
     */
    public record Found(String code, String outcome) {
        @Override
        public String toString() {
            return code + " " + outcome;
        }
    }

    /** Leaves the next migration to others. */
    public Healing(int exit, List<Found> found, String words) {
        this(exit, found, words, null);
    }

    public Healing {
        found = List.copyOf(found);
    }

    /** Returns the same, with the next migration. */
    public Healing with(OwnMigration migration) {
        return new Healing(exit, found, words, migration);
    }

    /** Says it in a few words. */
    public String inShort() {
        return found.isEmpty()
                ? words.lines().findFirst().orElse("nothing found")
                : found.stream().map(Found::toString).distinct().collect(Collectors.joining(", "));
    }
}
