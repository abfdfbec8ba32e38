package io.github.cleanstaletypes.internal.catalog.integrity;

import org.jspecify.annotations.Nullable;

/**
 * A row of the catalog that is in its table's file and that no snapshot shows, or not each way of reading.
 *
 * @param catalog the catalog that it is in, such as {@code pg_type}
 * @param schema the schema of the object that it describes, or null if that is not known
 * @param name that object's name, or null if that is not known
 * @param evidence how it was found
 * @param proved whether {@code verify_heapam} said so, or it only looks like it
 */
public record TornRow(
        String catalog, @Nullable String schema, @Nullable String name, String evidence, boolean proved) {}
