package io.github.cleanstaletypes.internal.catalog.named;

import org.jspecify.annotations.Nullable;

/**
 * What the catalog knows of a number that an error says to lead nowhere.
 *
 * @param oid the number
 * @param there whether a type or a relation has it now
 * @param reference what refers to it, in words; null if this only says that it is there
 */
public record MissingNumber(
        long oid, boolean there, @Nullable String reference) {}
