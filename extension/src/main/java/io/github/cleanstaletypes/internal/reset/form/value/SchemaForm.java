package io.github.cleanstaletypes.internal.reset.form.value;

import org.jspecify.annotations.Nullable;

/**
 * A schema that belongs to the form of a database: {@code public}, or one that holds an extension. Immutable.
 *
 * @param name its name
 * @param extension the extension that made it, and makes it again, or null
 * @param access its owner and privileges
 * @param comment its comment, or null
 * @param mayCreate whether this role can make it
 * @param mayOwn whether this role can make it for its owner
 */
public record SchemaForm(
        String name,
        @Nullable String extension,
        AccessList access,
        @Nullable String comment,
        boolean mayCreate,
        boolean mayOwn) {

    /** The name of the schema that each new database has. */
    public static final String PUBLIC = "public";

    /**
     * The schema public of a database that has just been made.
     *
     * @param owner whose it is
     * @param everybodyCreates whether each role may create objects in it
     * @param mayChange whether this role can change it
     */
    public record UsualPublic(String owner, boolean everybodyCreates, boolean mayChange) {}
}
