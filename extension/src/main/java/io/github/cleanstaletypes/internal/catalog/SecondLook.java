package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.EndedTransactions;
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
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what some types are that have been looked at before, and what has come about since that could use them: read by index, so that it
 * costs the same however large the catalogs are. A reference that {@code pg_depend} does not know of is found by the first look alone: it
 * is damage, and does not come about meanwhile. Immutable.
 *
 * @param seen which transactions had ended before it
 * @param rows the types that are there, by their oids
 * @param bodies bodies of functions that are newer than the first look
 */
public record SecondLook(EndedTransactions seen, Map<Long, Row> rows, FunctionBodies bodies) {

    private static final SqlResource MOMENT = SqlResource.named(SecondLook.class, "moment.sql");
    private static final SqlResource TYPES = SqlResource.named(SecondLook.class, "second_look.sql");
    private static final SqlResource NEW_FUNCTIONS = SqlResource.named(SecondLook.class, "new_functions.sql");
    private static final SqlResource KEYWORDS = SqlResource.named(SecondLook.class, "keywords.sql");

    public SecondLook {
        rows = Map.copyOf(rows);
    }

    /**
     * A type as it is now.
     *
     * @param schema its schema
     * @param name its present name
     * @param comment its comment, or null
     * @param definition the number that {@link StandaloneType#definition()} is, too
     * @param used whether anything refers to it
     */
    public record Row(String schema, String name, @Nullable String comment, long definition, boolean used) {

        private static Row of(ResultRow row) throws SQLException {
            return new Row(
                    row.getString("schema"),
                    row.getString("name"),
                    row.getString("comment"),
                    row.getLong("definition"),
                    row.getBoolean("used"));
        }
    }

    /** Adds to a batch the question which transactions have ended. */
    static SqlBatch addMoment(SqlBatch batch, List<EndedTransactions> answer) {
        return batch.add(MOMENT, row -> answer.add(EndedTransactions.of(row.getString("seen"))));
    }

    /** Reads in a transaction of its own. */
    public static SecondLook at(Connection connection, List<StandaloneType> types, EndedTransactions since)
            throws SQLException {
        return Transaction.READS.batched(
                connection, c -> read(c, Transaction.READS.opening(parameters(types, since)), types));
    }

    /** Reads within the caller's {@link Transaction#CHANGE}. */
    public static SecondLook within(Connection connection, StandaloneType type, EndedTransactions since)
            throws SQLException {
        return read(connection, new SqlBatch(parameters(List.of(type), since)), List.of(type));
    }

    private static SecondLook read(Connection connection, SqlBatch batch, List<StandaloneType> types)
            throws SQLException {
        List<EndedTransactions> seen = new ArrayList<>();
        Map<Long, Row> rows = new HashMap<>();
        List<FunctionBody> bodies = new ArrayList<>();
        addMoment(batch, seen)
                .add(TYPES, row -> rows.put(row.getLong("oid"), Row.of(row)))
                .add(
                        NEW_FUNCTIONS,
                        row -> bodies.add(new FunctionBody(
                                row.getLong("oid"), row.getString("description"), row.getString("body"))))
                .run(connection);
        Set<String> keywords = bodies.isEmpty() ? Set.of() : keywords(connection, types);
        return new SecondLook(seen.get(0), rows, new FunctionBodies(bodies, keywords));
    }

    private static Set<String> keywords(Connection connection, List<StandaloneType> types) throws SQLException {
        Set<String> keywords = new HashSet<>();
        List<String> names = types.stream()
                .flatMap(type -> Stream.concat(Stream.of(type.originalName(), type.name()), type.otherNames().stream()))
                .distinct()
                .toList();
        new SqlBatch(Map.of("names", names))
                .add(KEYWORDS, row -> keywords.add(row.getString("word")))
                .run(connection);
        return keywords;
    }

    private static Map<String, Object> parameters(List<StandaloneType> types, EndedTransactions since) {
        return Map.of("oids", types.stream().map(StandaloneType::oid).toList(), "since", since.firstRunning());
    }
}
