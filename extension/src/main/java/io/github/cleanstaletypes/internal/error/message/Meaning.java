package io.github.cleanstaletypes.internal.error.message;

/** What a message says, whatever it is about. */
public enum Meaning {
    /** An object of that name exists, so the statement failed. */
    EXISTS,
    /** An object of that name exists, and the statement succeeded without making one: a notice. */
    SKIPPED,
    /** A row has the key of another one (23505). */
    DUPLICATE_KEY,
    /** A unique index could not be built over rows of one key (23505). */
    DUPLICATE_ROWS,
    /** Something could not be dropped, since something else needs it (2BP01). */
    DEPENDENT_OBJECTS,
    /** A table was to have a second primary key (42P16). */
    SECOND_PRIMARY_KEY,
    /** A partition is half detached (55000). */
    INCOMPLETE_DETACH,
    /** Two transactions waited for each other (40P01). */
    DEADLOCK,
    /** A lock was not free in time, or at once (55P03). */
    LOCK_TIMEOUT,
    /** The statement took too long (57014). */
    STATEMENT_TIMEOUT,
    /** Somebody cancelled the statement (57014). */
    CANCELED_BY_USER,
    /** Another session changed or removed the same row of a catalog (XX000). */
    CONCURRENT_UPDATE,
    /** A number points to nothing (XX000). */
    LOST
}
