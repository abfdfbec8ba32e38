package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.undo.ReplaySettings;
import io.github.cleanstaletypes.internal.catalog.undo.TypeUndo;
import io.github.cleanstaletypes.internal.catalog.undo.UndoText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Knows what uses each of some types, and how each would be recreated; read within the caller's transaction, in three round
 * trips: what belongs to them, what refers to that, and the statements that recreate those to which nothing does.
 *
 * @param types the types, now with dependents and undo
 * @param bodies bodies of functions that may mention one of them
 */
record TypeUse(List<StandaloneType> types, FunctionBodies bodies) {

    private static final SqlResource DESCRIBED = SqlResource.named(TypeUse.class, "described.sql");
    private static final SqlResource UNDESCRIBED = SqlResource.named(TypeUse.class, "undescribed.sql");
    private static final SqlResource DEPENDENTS = SqlResource.named(TypeUse.class, "dependents.sql");
    private static final SqlResource PARTS = SqlResource.named(TypeUse.class, "parts.sql");
    private static final SqlResource KNOWN = SqlResource.named(TypeUse.class, "known_dependents.sql");
    private static final SqlResource BODIES = SqlResource.named(TypeUse.class, "function_bodies.sql");
    private static final SqlResource KEYWORDS = SqlResource.named(TypeUse.class, "keywords.sql");
    private static final SqlResource TAKEN_NAMES = SqlResource.named(TypeUse.class, "taken_names.sql");
    private static final SqlResource UNDO = SqlResource.named(TypeUse.class, "undo.sql");

    /** Reads it with what recreates the types that nothing uses. */
    static TypeUse read(Connection connection, List<StandaloneType> types) throws SQLException {
        if (types.isEmpty()) {
            return new TypeUse(types, FunctionBodies.NONE);
        }
        Parts parts = new Parts();
        addPartsTo(
                        new SqlBatch(Map.of(
                                "oids", types.stream().map(StandaloneType::oid).toList())),
                        parts)
                .run(connection);
        return read(connection, types, parts, List.of(UNDO));
    }

    /**
     * Reads it without what recreates the types, which is known by then: planning that query alone takes longer than a drop.
     *
     * @param parts what {@link #addPartsTo} has read
     */
    static TypeUse again(Connection connection, List<StandaloneType> types, Parts parts) throws SQLException {
        return read(connection, types, parts, List.of());
    }

    /** Adds the question what belongs to the types of the batch's oids, and sets the savepoint that what follows may go back to. */
    static SqlBatch addPartsTo(SqlBatch batch, Parts parts) {
        return batch.add(DESCRIBED).add(PARTS, parts::add);
    }

    /** Adds the question for those users of the types to a batch which an index leads to. */
    static SqlBatch addKnownTo(SqlBatch batch, Map<Long, List<Dependent>> dependents) {
        return batch.add(
                KNOWN,
                row -> dependents
                        .computeIfAbsent(row.getLong("type"), oid -> new ArrayList<>())
                        .add(dependent(row)));
    }

    private static TypeUse read(Connection connection, List<StandaloneType> types, Parts parts, List<SqlResource> undo)
            throws SQLException {
        try {
            return read(connection, types, parts, undo, true);
        } catch (SQLException e) {
            if (!SqlStates.INTERNAL_ERROR.equals(e.getSQLState())) {
                throw e;
            }
            // in a damaged catalog the server cannot describe every object (cache lookup failed), but the damage is to
            // be told
            new SqlBatch(Map.of()).add(UNDESCRIBED).run(connection);
            return read(connection, types, parts, undo, false);
        }
    }

    private static TypeUse read(
            Connection connection,
            List<StandaloneType> types,
            Parts parts,
            List<SqlResource> undoQueries,
            boolean described)
            throws SQLException {
        Map<Long, List<Dependent>> dependents = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        Map<Long, TypeUndo> undo = new HashMap<>();
        List<FunctionBody> bodies = new ArrayList<>();
        Set<String> keywords = new HashSet<>();
        Map<String, Object> parameters = parameters(types, described);
        parameters.putAll(parts.parameters());
        List<StandaloneType> renamed =
                types.stream().filter(type -> type.quarantine().isPresent()).toList();
        parameters.put("renamed_oids", renamed.stream().map(StandaloneType::oid).toList());
        parameters.put(
                "renamed_from",
                renamed.stream().map(StandaloneType::originalName).toList());
        new SqlBatch(parameters)
                .add(
                        DEPENDENTS,
                        row -> dependents
                                .computeIfAbsent(row.getLong("type"), oid -> new ArrayList<>())
                                .add(dependent(row)))
                .add(BODIES, row -> bodies.add(body(row)))
                .add(KEYWORDS, row -> keywords.add(row.getString("word")))
                .add(TAKEN_NAMES, row -> taken.add(row.getLong("type")))
                .run(connection);
        // what is used is never removed
        List<StandaloneType> unused = types.stream()
                .filter(type -> !dependents.containsKey(type.oid()) && type.extension() == null)
                .toList();
        for (SqlResource query : unused.isEmpty() ? List.<SqlResource>of() : undoQueries) {
            new SqlBatch(parameters(unused, described))
                    .add(ReplaySettings.query())
                    .add(query, row -> undo.put(row.getLong("type"), undo(row)))
                    .run(connection);
        }
        return new TypeUse(
                types.stream()
                        .map(type -> type.with(
                                dependents.getOrDefault(type.oid(), List.of()),
                                taken.contains(type.oid()),
                                undo.getOrDefault(type.oid(), TypeUndo.NONE)))
                        .toList(),
                new FunctionBodies(bodies, keywords));
    }

    /** What belongs to the types, in the order of the statement's rows. */
    static final class Parts {
        private final List<Long> types = new ArrayList<>();
        private final List<Long> classes = new ArrayList<>();
        private final List<Long> objects = new ArrayList<>();
        private final List<Long> typeParts = new ArrayList<>();

        private void add(ResultRow row) throws SQLException {
            types.add(row.getLong("type"));
            classes.add(row.getLong("classid"));
            objects.add(row.getLong("objid"));
            if (row.getBoolean("is_type")) {
                typeParts.add(row.getLong("objid"));
            }
        }

        Map<String, Object> parameters() {
            return Map.of(
                    "part_types", types,
                    "part_classes", classes,
                    "part_objects", objects,
                    "ref_classes", classes.stream().distinct().toList(),
                    "type_parts", typeParts);
        }
    }

    private static Map<String, Object> parameters(List<StandaloneType> types, boolean described) {
        return new HashMap<>(Map.of(
                "described",
                described,
                "oids",
                types.stream().map(StandaloneType::oid).toList(),
                "original_names",
                types.stream().map(StandaloneType::originalName).toList(),
                "original_comments",
                // no NULL in an array: a session with array_nulls = off reads it as a text
                types.stream()
                        .map(type -> Objects.requireNonNullElse(type.originalComment(), ""))
                        .toList(),
                "original_multiranges",
                types.stream()
                        .map(type -> Objects.requireNonNullElse(type.originalMultirange(), ""))
                        .toList(),
                "names",
                types.stream()
                        .flatMap(type ->
                                Stream.concat(Stream.of(type.originalName(), type.name()), type.otherNames().stream()))
                        .distinct()
                        .toList()));
    }

    private static TypeUndo undo(ResultRow row) throws SQLException {
        return new TypeUndo(UndoText.of(SqlBatch.texts(row, "statements")), SqlBatch.texts(row, "lost"));
    }

    private static Dependent dependent(ResultRow row) throws SQLException {
        return new Dependent(row.getString("class"), row.getLong("objid"), row.getString("description"));
    }

    private static FunctionBody body(ResultRow row) throws SQLException {
        return new FunctionBody(row.getLong("oid"), row.getString("description"), row.getString("body"));
    }
}
