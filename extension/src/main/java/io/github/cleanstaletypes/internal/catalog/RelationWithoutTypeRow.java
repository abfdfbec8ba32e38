package io.github.cleanstaletypes.internal.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A relation whose row type is gone.
 *
 * @param oid the relation's oid
 * @param schema its schema, or null if that is gone too
 * @param name its name
 * @param type the oid that its row type had
 */
public record RelationWithoutTypeRow(long oid, @Nullable String schema, String name, long type) {}
