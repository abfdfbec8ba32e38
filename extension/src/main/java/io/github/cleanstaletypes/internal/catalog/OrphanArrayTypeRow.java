package io.github.cleanstaletypes.internal.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An array type whose element type is gone or does not point back.
 *
 * @param oid the array type's oid
 * @param schema its schema, or null if that is gone too
 * @param name its name
 * @param element the oid of the element type that it names
 * @param elementName that type's name, or null if it is gone
 * @param columns the columns that have this type
 */
public record OrphanArrayTypeRow(
        long oid,
        @Nullable String schema,
        String name,
        long element,
        @Nullable String elementName,
        List<String> columns) {

    public OrphanArrayTypeRow {
        columns = List.copyOf(columns);
    }
}
