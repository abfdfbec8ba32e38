package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.QuickReader.QuickLook;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.catalog.integrity.Integrity;
import io.github.cleanstaletypes.internal.catalog.undo.TypeUndo;
import io.github.cleanstaletypes.internal.sql.OtherProduct;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One quick look while it is being read. Not thread-safe. */
final class QuickReading {

    private static final SqlResource SERVER = SqlResource.named(QuickReading.class, "server_briefly.sql");
    private static final SqlResource IN_QUESTION = SqlResource.named(QuickReading.class, "in_question.sql");

    private static final Integrity NOT_CHECKED = new Integrity(false, List.of(), List.of());

    private final Connection connection;
    private final List<String> searchPath = new ArrayList<>();
    private final Map<String, String> storedNames = new HashMap<>();
    private final Set<String> schemas = new HashSet<>();
    private final List<RelationRow> relations = new ArrayList<>();
    private final List<StandaloneType> types = new ArrayList<>();
    private final List<ToolTable> toolTables = new ArrayList<>();
    private final List<Creator> creators = new ArrayList<>();
    private boolean readOnly;
    private boolean inQuestion;
    private @Nullable ServerFacts server;

    QuickReading(Connection connection) {
        this.connection = connection;
    }

    private Map<String, Object> parameters(CatalogScope scope) {
        Map<String, Object> parameters = new HashMap<>(ActivityReader.values());
        parameters.putAll(scope.places(searchPath));
        parameters.putAll(TypeRows.parameters(scope.names(), List.of(), true));
        parameters.put("schemas", scope.schemas());
        parameters.put("every_schema", scope.everySchema());
        parameters.putAll(ToolTable.usualStates());
        return parameters;
    }

    List<String> searchPath() {
        return searchPath;
    }

    SqlBatch open(Map<String, ?> values) {
        return Transaction.SNAPSHOT
                .opening(values, row -> {
                    searchPath.addAll(SqlBatch.texts(row, "search_path"));
                    readOnly = row.getString("read_only").equals("on");
                })
                .add(QuickReader.PREFER_INDEXES);
    }

    /** Reads the rest, and ends the transaction. */
    Optional<QuickLook> look(CatalogScope scope) throws SQLException {
        SqlBatch batch = Transaction.SNAPSHOT.within(parameters(scope));
        batch.add(SERVER, row -> server = facts(row))
                .add(
                        CatalogReader.CLAIMED_NAMES,
                        row -> storedNames.put(row.getString("written"), row.getString("stored")))
                .add(CatalogReader.CLAIMED_SCHEMAS, row -> schemas.add(row.getString("schema")))
                .add(IN_QUESTION, row -> inQuestion = true);
        if (scope.countRows()) {
            // else a relation of a claimed name is a sign of health
            batch.add(CatalogReader.RELATIONS, row -> relations.add(RelationRow.read(row)));
        }
        TypeRows.addTo(batch, types);
        ToolTable.addTo(batch, toolTables);
        ActivityReader.endingWithCreators(batch, creators).run(connection);
        if (inQuestion || types.stream().anyMatch(type -> type.quarantine().isPresent())) {
            return Optional.empty();
        }
        List<ToolTable> states = ToolStates.read(toolTables);
        return Optional.of(
                types.isEmpty() && states.isEmpty()
                        ? new QuickLook(snapshot(types, List.of()), new Activity(creators))
                        : inDetail(states));
    }

    private QuickLook inDetail(List<ToolTable> states) throws SQLException {
        Map<Long, List<Dependent>> users = new HashMap<>();
        List<ToolStateRow> rows = new ArrayList<>();
        List<ConnectedSession> sessions = new ArrayList<>();
        Map<String, Object> values = new HashMap<>(ActivityReader.values());
        values.put("oids", types.stream().map(StandaloneType::oid).toList());
        values.put("described", true);
        SqlBatch batch =
                Transaction.limiting(Transaction.SNAPSHOT.opening(values).add(QuickReader.PREFER_INDEXES));
        TypeUse.addKnownTo(batch, users);
        if (!states.isEmpty()) {
            ToolStates.addTo(batch, states, rows);
        }
        creators.clear();
        ActivityReader.endingWithSessions(batch, creators, sessions).run(connection);
        List<StandaloneType> used = types.stream()
                .map(type -> type.with(users.getOrDefault(type.oid(), List.of()), false, TypeUndo.NONE))
                .toList();
        return new QuickLook(snapshot(used, rows), new Activity(creators, sessions));
    }

    private CatalogSnapshot snapshot(List<StandaloneType> known, List<ToolStateRow> states) {
        return new CatalogSnapshot(
                null,
                Objects.requireNonNull(server),
                storedNames,
                schemas,
                List.of(),
                known,
                Map.of(),
                relations.stream()
                        .map(row -> row.with(RowCount.estimated(row.estimatedRows())))
                        .toList(),
                List.of(),
                List.of(),
                FunctionBodies.NONE,
                List.of(),
                new ToolStates(states, ToolStates.unread(toolTables)),
                NOT_CHECKED);
    }

    private ServerFacts facts(ResultRow row) throws SQLException {
        OtherProduct.refuse(row.getString("product"));
        return new ServerFacts(
                row.getInt("version_num"),
                row.getString("version"),
                row.getString("database"),
                row.getString("role_name"),
                row.getBoolean("in_recovery"),
                readOnly,
                searchPath,
                0);
    }
}
