package io.github.cleanstaletypes.chaos.product;

/**
 * A cleaner, and a migration under guard, holds this advisory lock in a database; these statements take it for somebody else. Its
 * key is part of the contract, since replicas of different versions must respect each other.
 */
public final class ToolLock {

    /** The ASCII letters {@code cstypes} as a number. */
    private static final long KEY = 0x63_73_74_79_70_65_73L;

    /** Waits for the lock, and takes it until the end of the session. */
    public static final String TAKE = "SELECT pg_catalog.pg_advisory_lock(" + KEY + ")";

    /** Takes the lock until the end of the session if nobody has it, and tells whether it did. */
    public static final String TRY = "SELECT pg_catalog.pg_try_advisory_lock(" + KEY + ")";

    private ToolLock() {}
}
