package io.github.cleanstaletypes.internal.catalog.named;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What has the names that errors tell, in all schemas, and what hangs together with it. Immutable.
 *
 * @param searchPath the schemas that a bare name means for this role
 * @param all what has these names
 * @param enums the enums among it
 * @param dependents what depends on it
 * @param numbers what is known of numbers that lead nowhere
 * @param tools tables in which migration tools keep their state
 */
public record NamedThings(
        List<String> searchPath,
        List<NamedThing> all,
        List<EnumType> enums,
        List<NamedDependent> dependents,
        List<MissingNumber> numbers,
        List<MigratorTable> tools) {

    /** Of a database that was not looked at. */
    public static final NamedThings NONE =
            new NamedThings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    private static final SqlResource THINGS = SqlResource.named(NamedThings.class, "things.sql");
    private static final SqlResource ENUMS = SqlResource.named(NamedThings.class, "enums.sql");
    private static final SqlResource ENUM_COLUMNS = SqlResource.named(NamedThings.class, "enum_columns.sql");
    private static final SqlResource DEPENDENTS = SqlResource.named(NamedThings.class, "named_dependents.sql");
    private static final SqlResource NUMBERS = SqlResource.named(NamedThings.class, "missing_numbers.sql");
    private static final SqlResource TOOLS = SqlResource.named(NamedThings.class, "migrator_tables.sql");

    public NamedThings {
        searchPath = List.copyOf(searchPath);
        all = List.copyOf(all);
        enums = List.copyOf(enums);
        dependents = List.copyOf(dependents);
        numbers = List.copyOf(numbers);
        tools = List.copyOf(tools);
    }

    /**
     * What is to be looked for.
     *
     * @param names names of things
     * @param tables names of tables that may have a column of one of these names
     * @param oids numbers of types and relations
     * @param toolTables names of tables of migration tools, in lower case
     */
    public record Wanted(List<String> names, List<String> tables, List<Long> oids, List<String> toolTables) {

        public Wanted {
            names = List.copyOf(names);
            tables = List.copyOf(tables);
            oids = List.copyOf(oids);
            toolTables = List.copyOf(toolTables);
        }
    }

    /** Reads it in a READ ONLY transaction of its own; what a damaged catalog cannot describe is left out. */
    public static NamedThings read(Connection connection, Wanted wanted) throws SQLException {
        return Transaction.READS.batched(connection, c -> new Reading(c, wanted).read());
    }

    private static final class Reading {
        private final Connection connection;
        private final Map<String, Object> values = new HashMap<>();
        private final List<String> searchPath = new ArrayList<>();
        private final List<NamedThing> things = new ArrayList<>();
        private final Map<List<String>, List<String>> labels = new LinkedHashMap<>();
        private final Map<List<String>, String> written = new HashMap<>();
        private final Map<List<String>, List<EnumColumn>> columns = new HashMap<>();
        private final List<NamedDependent> dependents = new ArrayList<>();
        private final List<MissingNumber> numbers = new ArrayList<>();
        private final List<MigratorTable> tools = new ArrayList<>();

        Reading(Connection connection, Wanted wanted) {
            this.connection = connection;
            values.put("names", wanted.names());
            values.put("tables", wanted.tables());
            values.put("oids", wanted.oids());
            values.put("tool_tables", wanted.toolTables());
        }

        NamedThings read() throws SQLException {
            Transaction.READS
                    .opening(values, row -> searchPath.addAll(SqlBatch.texts(row, "search_path")))
                    .add(
                            TOOLS,
                            row -> tools.add(new MigratorTable(
                                    row.getString("schema"), row.getString("name"), SqlBatch.texts(row, "columns"))))
                    .add(ENUMS, row -> {
                        List<String> key = List.of(row.getString("schema"), row.getString("name"));
                        labels.put(key, SqlBatch.texts(row, "labels"));
                        written.put(key, row.getString("written"));
                    })
                    .add(
                            NUMBERS,
                            row -> numbers.add(new MissingNumber(
                                    row.getLong("oid"), row.getBoolean("there"), row.getString("reference"))))
                    .run(connection);
            describable(new SqlBatch(values).add(THINGS, row -> things.add(thing(row))));
            describable(new SqlBatch(values).add(ENUM_COLUMNS, this::column));
            describable(new SqlBatch(values)
                    .add(
                            DEPENDENTS,
                            row -> dependents.add(new NamedDependent(
                                    String.valueOf(row.getString("kind")),
                                    row.getString("schema"),
                                    String.valueOf(row.getString("name")),
                                    String.valueOf(row.getString("description"))))));
            return new NamedThings(
                    searchPath,
                    things,
                    labels.entrySet().stream()
                            .map(e -> new EnumType(
                                    e.getKey().get(0),
                                    e.getKey().get(1),
                                    Objects.requireNonNull(written.get(e.getKey())),
                                    e.getValue(),
                                    columns.getOrDefault(e.getKey(), List.of())))
                            .toList(),
                    dependents,
                    numbers,
                    tools);
        }

        private static NamedThing thing(ResultRow row) throws SQLException {
            return new NamedThing(
                    String.valueOf(row.getString("kind")),
                    row.getString("schema"),
                    String.valueOf(row.getString("name")),
                    row.getLong("oid"),
                    row.getString("owner"),
                    row.getString("definition"));
        }

        private void column(ResultRow row) throws SQLException {
            columns.computeIfAbsent(List.of(row.getString("schema"), row.getString("name")), key -> new ArrayList<>())
                    .add(new EnumColumn(
                            row.getString("target"),
                            row.getString("owner"),
                            row.getString("column"),
                            row.getBoolean("is_array"),
                            row.getString("default_expression"),
                            row.getBoolean("generated")));
        }

        /** In a damaged catalog not every object can be described. */
        private void describable(SqlBatch batch) throws SQLException {
            var before = connection.setSavepoint();
            try {
                batch.run(connection);
            } catch (SQLException e) {
                if (SqlStates.connectionLost(e)) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    /** The enum of this name in this schema, if it is one. */
    public List<EnumType> enums(String schema, String name) {
        return enums.stream()
                .filter(one -> one.name().equals(name) && Objects.equals(one.schema(), schema))
                .toList();
    }
}
