package io.github.cleanstaletypes.internal.reset.form;

import org.jspecify.annotations.Nullable;

/**
 * A schema that belongs to the form of a database: {@code public}, or one that holds an extension. Immutable.
 *
 * @param name its name
 * @param extension the extension that made it, and makes it again, or null
 * @param access its owner and privileges
 * @param comment its comment, or null
 * @param obstacle why this role cannot make it so, or null if it can
 */
public record SchemaForm(
        String name,
        @Nullable String extension,
        AccessList access,
        @Nullable String comment,
        @Nullable String obstacle) {}
