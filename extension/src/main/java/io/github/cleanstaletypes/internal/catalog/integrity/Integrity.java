package io.github.cleanstaletypes.internal.catalog.integrity;

import java.util.List;

/**
 * Tells whether {@code pg_type}, {@code pg_class} and their indexes show what is in their files. Immutable.
 *
 * @param heapsVerified whether {@code verify_heapam} looked at each row; without it, only rows that one way of reading shows are found
 * @param tornRows rows that no snapshot shows, or not each way of reading
 * @param indexes indexes that disagree with their table
 */
public record Integrity(boolean heapsVerified, List<TornRow> tornRows, List<IndexDamage> indexes) {

    public Integrity {
        tornRows = List.copyOf(tornRows);
        indexes = List.copyOf(indexes);
    }
}
