package io.github.cleanstaletypes.report;

import org.jspecify.annotations.Nullable;

/**
 * The object that a finding is about. Immutable.
 *
 * @param schema its schema, or null if it has none or that cannot be seen
 * @param name its name (a quarantined type's original one), or null if that cannot be seen
 * @param oid its oid, or 0 if it has none
 * @param kind such as {@code enum}, {@code table} or {@code transaction}
 * @param display the name as SQL writes it, or the kind if there is no name
 */
public record Subject(@Nullable String schema, @Nullable String name, long oid, String kind, String display) {}
