package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.undo.TypeUndo;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads rows of {@code types.sql}; and one type again, by its oid, as the transaction that is about to change it sees it. */
public final class TypeRows {

    private static final SqlResource TYPES = SqlResource.named(TypeRows.class, "types.sql");

    private TypeRows() {}

    /**
     * A type as it is now, with its dependents but without what recreates it, within the caller's {@link Transaction#CHANGE}.
     *
     * @param oid the type's oid
     * @return the type with the function bodies that may mention it, or empty if it is gone
     */
    public static Optional<Reread> again(Connection connection, long oid) throws SQLException {
        List<StandaloneType> types = new ArrayList<>();
        SqlBatch batch = new SqlBatch(parameters(List.of(oid)));
        TypeUse.Parts parts = new TypeUse.Parts();
        TypeUse.addPartsTo(addTo(batch, types), parts).run(connection);
        if (types.isEmpty()) {
            return Optional.empty();
        }
        TypeUse use = TypeUse.again(connection, types, parts);
        return Optional.of(new Reread(use.types().get(0), use.bodies()));
    }

    /**
     * A type that was read again.
     *
     * @param type the type
     * @param bodies the bodies of functions that may mention it
     */
    public record Reread(StandaloneType type, FunctionBodies bodies) {}

    /** Adds the types of these oids, by ascending oid, to those that were read before; within the caller's transaction. */
    static void addOthers(Connection connection, List<Long> oids, List<StandaloneType> types) throws SQLException {
        Set<Long> there = types.stream().map(StandaloneType::oid).collect(Collectors.toSet());
        List<Long> others =
                oids.stream().filter(oid -> !there.contains(oid)).sorted().toList();
        if (!others.isEmpty()) {
            addTo(new SqlBatch(parameters(others)), types).run(connection);
            types.sort(Comparator.comparing(StandaloneType::oid));
        }
    }

    private static Map<String, Object> parameters(List<Long> oids) {
        Map<String, Object> parameters = new HashMap<>(parameters(List.of(), oids, false));
        parameters.put("anywhere", true);
        parameters.put("spaces", List.of());
        return parameters;
    }

    /** What is needed besides {@link CatalogScope#places}. */
    static Map<String, Object> parameters(List<String> names, List<Long> oids, boolean quarantined) {
        return Map.of(
                "names", names,
                "oids", oids,
                "quarantined", quarantined,
                "marker", Quarantine.MARKER,
                "set_aside", Quarantine.SET_ASIDE_MARKER);
    }

    static SqlBatch addTo(SqlBatch batch, List<StandaloneType> types) {
        return batch.add(TYPES, row -> types.add(type(row)));
    }

    private static StandaloneType type(ResultRow row) throws SQLException {
        return new StandaloneType(
                row.getLong("oid"),
                row.getString("schema"),
                row.getString("name"),
                TypeKind.of(row.getString("kind")),
                row.getString("owner"),
                row.getBoolean("owned"),
                row.getBoolean("schema_owned"),
                row.getString("extension"),
                Stream.of(row.getString("array_name"), row.getString("multirange_name"))
                        .filter(Objects::nonNull)
                        .toList(),
                row.getString("comment"),
                row.getLong("definition"),
                List.of(),
                false,
                TypeUndo.NONE);
    }
}
