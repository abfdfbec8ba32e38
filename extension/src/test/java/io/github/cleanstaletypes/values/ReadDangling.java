package io.github.cleanstaletypes.values;

import io.github.cleanstaletypes.internal.catalog.DanglingRow;
import io.github.cleanstaletypes.internal.catalog.DanglingRow.Pointer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of schema {@code public} that point to nothing, as a server could have told them. */
public final class ReadDangling {

    private ReadDangling() {}

    public static DanglingRow rowType(long oid, String name, long relation) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("relation", relation);
        facts.put("columns", List.of("id"));
        facts.put("indexes", List.of(name + "_pkey"));
        facts.put("array_type", "_" + name);
        return new DanglingRow(Pointer.ROW_TYPE, oid, "public", name, relation, facts);
    }

    public static DanglingRow arrayType(
            long oid, String name, long element, @Nullable String elementName, String... columns) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("element", element);
        if (elementName != null) {
            facts.put("element_name", elementName);
        }
        facts.put("columns", List.of(columns));
        return new DanglingRow(Pointer.ARRAY_TYPE, oid, "public", name, element, facts);
    }

    public static DanglingRow relation(long oid, String name, long type) {
        return new DanglingRow(Pointer.RELATION, oid, "public", name, type, Map.of("type", type));
    }
}
