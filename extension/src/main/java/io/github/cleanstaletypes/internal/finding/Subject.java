package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.claim.SqlName;
import org.jspecify.annotations.Nullable;

/**
 * The object that a finding is about.
 *
 * @param schema its schema, or null if it has none or that cannot be seen
 * @param name its name (a quarantined type's original one), or null if that cannot be seen
 * @param oid its oid, or 0 if it has none
 * @param kind such as {@code enum}, {@code table} or {@code transaction}
 */
public record Subject(@Nullable String schema, @Nullable String name, long oid, String kind) {

    static Subject of(StandaloneType type) {
        return new Subject(
                type.schema(), type.originalName(), type.oid(), type.kind().word());
    }

    /** The name as SQL writes it, or the kind if there is no name. */
    public String display() {
        return name == null ? kind : new SqlName(schema, name).toString();
    }
}
