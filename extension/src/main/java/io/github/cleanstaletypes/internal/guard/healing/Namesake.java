package io.github.cleanstaletypes.internal.guard.healing;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that has the name that an error tells.
 *
 * @param schemaOid the oid of its schema
 * @param name its name
 * @param relation whether it is a relation; a composite type is one
 * @param kind what it is, such as {@code enum} or {@code table}
 */
record Namesake(long schemaOid, SqlName name, boolean relation, String kind) {

    private static final SqlResource NAMESAKES = SqlResource.named(Namesake.class, "namesakes.sql");
    private static final Set<String> TYPES = Set.of("enum", "domain", "range", "composite");

    /** All of this name, as the server stores it, in all schemas. */
    static List<Namesake> of(Connection connection, String name) throws SQLException {
        List<Namesake> found = new ArrayList<>();
        SqlBatch batch = new SqlBatch(Map.of("names", List.of(name)))
                .add(
                        NAMESAKES,
                        row -> found.add(new Namesake(
                                row.getLong("schema_oid"),
                                new SqlName(row.getString("schema"), name),
                                row.getBoolean("relation"),
                                row.getString("kind"))));
        return Transaction.CHANGE.run(connection, c -> {
            batch.run(c);
            return found;
        });
    }

    /** Whether there is a type of its name. */
    boolean hasType() {
        return !kind.equals("index") && !kind.equals("sequence");
    }

    /** Whether it is of a kind that may be removed at all: a type, or an index, if that is invalid. */
    boolean removable() {
        return TYPES.contains(kind) || index();
    }

    boolean index() {
        return kind.equals("index");
    }
}
