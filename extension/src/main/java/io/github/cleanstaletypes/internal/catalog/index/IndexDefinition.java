package io.github.cleanstaletypes.internal.catalog.index;

import org.jspecify.annotations.Nullable;

/**
 * What an index is in full.
 *
 * @param bytes how large it is
 * @param statement the CREATE INDEX that makes it
 * @param undo what recreates it with all that belongs to it, as one transaction
 * @param duplicates the query that finds rows which a unique one would refuse; null if it is not unique
 */
public record IndexDefinition(
        long bytes, String statement, String undo, @Nullable String duplicates) {}
