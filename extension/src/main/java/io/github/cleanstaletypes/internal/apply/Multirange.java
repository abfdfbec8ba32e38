package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a range brings along: its multirange, and the constructors of both. A range alone can be renamed, but then its name is still not
 * free for another one.
 */
record Multirange(long oid, String schema, String name) {

    private static final SqlResource MULTIRANGE = SqlResource.named(Multirange.class, "multirange.sql");
    private static final SqlResource FUNCTIONS = SqlResource.named(Multirange.class, "range_functions.sql");

    /** Reads the multirange of this type; null if it is no range. */
    static @Nullable Multirange of(Connection connection, StandaloneType type) throws SQLException {
        List<Multirange> found = new ArrayList<>();
        new SqlBatch(Map.of("oids", List.of(type.oid())))
                .add(
                        MULTIRANGE,
                        row -> found.add(
                                new Multirange(row.getLong("oid"), row.getString("schema"), row.getString("name"))))
                .run(connection);
        return found.isEmpty() ? null : found.get(0);
    }

    /** Renames it, and then the constructors after the range, which has its new name already. */
    void follow(Connection connection, StandaloneType range, String newName) throws SQLException {
        Ddl.rename(connection, "TYPE", schema, name, newName);
        List<String> statements = new ArrayList<>();
        new SqlBatch(Map.of("oids", List.of(range.oid(), oid), "names", List.of(range.name(), name)))
                .add(FUNCTIONS, row -> statements.add(row.getString("statement")))
                .run(connection);
        for (String statement : statements) {
            Ddl.execute(connection, "rename_constructor", statement);
        }
    }
}
