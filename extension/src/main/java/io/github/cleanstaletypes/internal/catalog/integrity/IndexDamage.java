package io.github.cleanstaletypes.internal.catalog.integrity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index of the catalog that disagrees with its table.
 *
 * @param index the index's name, in {@code pg_catalog}
 * @param table the catalog that it belongs to
 * @param unindexed rows that the table shows and the index does not, as {@code oid name}
 * @param surplus rows that the index shows and the table does not, or shows twice
 * @param message what the server said when it checked or read the index, or null
 */
public record IndexDamage(
        String index,
        String table,
        List<String> unindexed,
        List<String> surplus,
        @Nullable String message) {

    public IndexDamage {
        unindexed = List.copyOf(unindexed);
        surplus = List.copyOf(surplus);
    }

    /** Tells whether oids are looked up through it, so that what is there can seem to be gone. */
    public boolean byOid() {
        return index.endsWith("_oid_index");
    }
}
