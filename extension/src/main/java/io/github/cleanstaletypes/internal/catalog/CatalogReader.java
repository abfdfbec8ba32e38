package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot.Unclaimed;
import io.github.cleanstaletypes.internal.catalog.history.Histories;
import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.catalog.index.IndexRows;
import io.github.cleanstaletypes.internal.catalog.integrity.Amcheck;
import io.github.cleanstaletypes.internal.catalog.integrity.IntegrityReader;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import io.github.cleanstaletypes.internal.sql.OtherProduct;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@link CatalogSnapshot}: one round trip, a second one if there is a standalone type to judge, three if there is an invalid
 * index, two to four more if what is claimed depends on what has been migrated, two if a migration tool keeps its state here, and one or two to
 * check that the catalogs show all that they hold, which also end the transaction; however many names, types, indexes and schemas there
 * are. Stateless.
 */
public final class CatalogReader {

    private static final SqlResource SERVER = SqlResource.named(CatalogReader.class, "server.sql");
    static final SqlResource CLAIMED_NAMES = SqlResource.named(CatalogReader.class, "claimed_names.sql");
    static final SqlResource CLAIMED_SCHEMAS = SqlResource.named(CatalogReader.class, "claimed_schemas.sql");
    private static final SqlResource UNJUDGED_TYPES = SqlResource.named(CatalogReader.class, "unjudged_types.sql");
    private static final SqlResource SWEEPABLE_TYPES = SqlResource.named(CatalogReader.class, "sweepable_types.sql");
    static final SqlResource RELATIONS = SqlResource.named(CatalogReader.class, "relations.sql");

    /** Says what is to be read, once it is known what has been migrated. */
    @FunctionalInterface
    public interface ScopeSource {
        CatalogScope scope(MigrationContext ground);
    }

    private CatalogReader() {}

    /**
     * Reads in a REPEATABLE READ READ ONLY transaction of its own, and has the catalogs checked in others after it.
     *
     * @throws SQLException what the server answered, for one 42501 if this role may not read its catalogs
     */
    public static CatalogSnapshot read(Connection connection, CatalogScope scope) throws SQLException {
        Reading reading = new Reading(connection);
        return Transaction.SNAPSHOT.batched(connection, c -> {
            if (scope.names().isEmpty()) {
                return reading.read(reading.open(parameters(scope, List.of())), scope);
            }
            // where a bare name leads to is known only then
            reading.open(Map.of()).run(c);
            return reading.read(new SqlBatch(parameters(scope, reading.searchPath)), scope);
        });
    }

    /**
     * Reads likewise; the scope is asked for after the schema histories were read, of the same moment.
     *
     * @throws SQLException what the server answered
     */
    public static CatalogSnapshot read(Connection connection, ScopeSource source) throws SQLException {
        Reading reading = new Reading(connection);
        return Transaction.SNAPSHOT.batched(connection, c -> {
            reading.open(Map.of()).run(c);
            CatalogScope scope = source.scope(Histories.read(c, reading.searchPath));
            return reading.read(new SqlBatch(parameters(scope, reading.searchPath)), scope);
        });
    }

    private static Map<String, Object> parameters(CatalogScope scope, List<String> searchPath) {
        Map<String, Object> parameters = new HashMap<>(IndexRows.EVERY);
        parameters.putAll(scope.places(searchPath));
        parameters.putAll(TypeRows.parameters(scope.names(), List.of(), true));
        parameters.put("unclaimed", scope.unclaimed());
        parameters.put("counted", !scope.unclaimed() && !scope.everyStandaloneType());
        parameters.put("schemas", scope.schemas());
        parameters.put("every_schema", scope.everySchema());
        parameters.putAll(ToolTable.states(scope.renamedToolTables()));
        return parameters;
    }

    private static final class Reading {
        private final Connection connection;
        private final List<String> searchPath = new ArrayList<>();
        private final Map<String, String> storedNames = new HashMap<>();
        private final Set<String> schemas = new HashSet<>();
        private final List<Unclaimed> unclaimed = new ArrayList<>();
        private final List<EndedTransactions> seen = new ArrayList<>();
        private final List<StandaloneType> types = new ArrayList<>();
        private final Map<String, Long> usedTypes = new HashMap<>();
        private final List<Long> otherTypes = new ArrayList<>();
        private final List<RelationRow> relations = new ArrayList<>();
        private final List<IndexRow> indexes = new ArrayList<>();
        private final List<DetachRow> detaches = new ArrayList<>();
        private final List<DanglingRow> dangling = new ArrayList<>();
        private final List<Long> toolTables = new ArrayList<>();
        private boolean readOnly;
        private long standaloneTypes;
        private @Nullable ServerFacts server;
        private @Nullable Amcheck amcheck;

        Reading(Connection connection) {
            this.connection = connection;
        }

        SqlBatch open(Map<String, ?> values) {
            return Transaction.SNAPSHOT.opening(values, row -> {
                searchPath.addAll(SqlBatch.texts(row, "search_path"));
                readOnly = row.getString("read_only").equals("on");
            });
        }

        CatalogSnapshot read(SqlBatch batch, CatalogScope scope) throws SQLException {
            batch.add(SERVER, row -> server = facts(row))
                    .add(CLAIMED_NAMES, row -> storedNames.put(row.getString("written"), row.getString("stored")))
                    .add(CLAIMED_SCHEMAS, row -> schemas.add(row.getString("schema")))
                    .add(UNJUDGED_TYPES, this::unjudged)
                    .add(
                            Amcheck.SQL,
                            row -> amcheck =
                                    new Amcheck(row.getString("verify_heapam"), row.getString("bt_index_check")))
                    .add(RELATIONS, row -> relations.add(RelationRow.read(row)));
            ToolTable.addCandidatesTo(batch, toolTables);
            SecondLook.addMoment(batch, seen);
            TypeRows.addTo(batch, types);
            if (scope.everyStandaloneType()) {
                batch.add(SWEEPABLE_TYPES, this::sweepable);
            }
            IndexRows.addTo(batch, indexes);
            DetachRow.addTo(batch, detaches).run(connection);
            TypeRows.addOthers(connection, otherTypes, types);
            TypeUse use = TypeUse.read(connection, types);
            List<Relation> counted = RowCounts.read(connection, relations, scope.countRows());
            List<IndexRow> defined = IndexRows.defined(connection, indexes);
            ToolStates states = ToolStates.read(
                    connection, ToolTable.withStates(connection, toolTables, scope.renamedToolTables()));
            // last, since it ends this transaction: a check that fails must not take the snapshot with it
            IntegrityReader.Checked checked = IntegrityReader.read(connection, amcheck);
            if (!checked.pointersAgree()) {
                DanglingRow.addTo(Transaction.SNAPSHOT.opening(Map.of()), dangling)
                        .run(connection);
            }
            return new CatalogSnapshot(
                    seen.get(0),
                    Objects.requireNonNull(server).counting(standaloneTypes),
                    storedNames,
                    schemas,
                    unclaimed,
                    use.types(),
                    usedTypes,
                    counted,
                    defined,
                    detaches,
                    use.bodies(),
                    dangling,
                    states,
                    checked.integrity());
        }

        private void unjudged(ResultRow row) throws SQLException {
            standaloneTypes = Math.max(standaloneTypes, row.getLong("standalone_types"));
            String schema = row.getString("schema");
            if (schema != null) {
                unclaimed.add(new Unclaimed(schema, row.getString("name")));
            }
        }

        private void sweepable(ResultRow row) throws SQLException {
            standaloneTypes += row.getLong("standalone_types");
            String schema = row.getString("schema");
            if (schema != null) {
                usedTypes.put(schema, row.getLong("used"));
            }
            SqlBatch.texts(row, "others").stream().map(Long::valueOf).forEach(otherTypes::add);
        }

        private ServerFacts facts(ResultRow row) throws SQLException {
            if (row.getBoolean("foreign_names") && !(connection instanceof AnyText)) {
                // the driver would put a replacement character for each byte, and two owners could look like one
                throw new SQLException(
                        "a role's name may be no text here: read as any text", SqlStates.CHARACTER_NOT_IN_REPERTOIRE);
            }
            OtherProduct.refuse(row.getString("product"));
            standaloneTypes += row.getLong("standalone_types");
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
}
