package io.github.cleanstaletypes.internal.reset;

import io.github.cleanstaletypes.internal.reset.look.DatabaseSession;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What has come of a reset. Immutable.
 *
 * @param action what was asked for
 * @param outcome what has become of it
 * @param database the name that it is about
 * @param serverVersion such as {@code 16.4}; null if the server was not reached
 * @param oid the number of the database that has the name now; null if none has
 * @param setAside the database that gave the name up, by its present name; null if none did
 * @param setAsideOid its number
 * @param carried what the new one has from the former one
 * @param notCarried what it has not, and why
 * @param ended the sessions that were ended
 * @param dropped the databases that were dropped, or are to be, with their sizes
 * @param steps what was done, or in a dry run what would be
 */
public record ResetReport(
        ResetAction action,
        Outcome outcome,
        String database,
        @Nullable String serverVersion,
        @Nullable Long oid,
        @Nullable String setAside,
        @Nullable Long setAsideOid,
        List<String> carried,
        List<String> notCarried,
        List<DatabaseSession> ended,
        List<DroppedDatabase> dropped,
        List<String> steps) {

    public ResetReport {
        carried = List.copyOf(carried);
        notCarried = List.copyOf(notCarried);
        ended = List.copyOf(ended);
        dropped = List.copyOf(dropped);
        steps = List.copyOf(steps);
    }

    /** What has become of it. */
    public enum Outcome {
        /** It was only told what would be done. */
        PLANNED,
        /** A new database has the name. */
        NEW,
        /** The database was new already, from an earlier reset, and nothing was done. */
        NEW_ALREADY,
        /** One that was set aside has its name back. */
        TAKEN_BACK,
        /** It had its name back already, from an earlier undo, and nothing was done. */
        BACK_ALREADY,
        /** What an interrupted reset had left was dropped; the database never lost its name. */
        NEVER_SWAPPED,
        /** Those that were set aside are dropped, if there were any. */
        DROPPED
    }

    /**
     * A database that was dropped.
     *
     * @param bytes how large it was; null if this role may not know
     */
    public record DroppedDatabase(String name, @Nullable Long bytes) {}

    /** The database that gave the name up. */
    public Optional<String> old() {
        return Optional.ofNullable(setAside);
    }
}
