package io.github.cleanstaletypes.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Several statements sent in one round trip: pgjdbc pipelines the statements of one text, so that what an inspection costs does not
 * depend on how many questions it asks. Not thread-safe.
 */
public final class SqlBatch {

    /** Takes the rows of one statement, one at a time. */
    public interface RowReader {
        void row(ResultRow row) throws SQLException;
    }

    private final Map<String, ?> values;
    private final List<String> texts = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final List<@Nullable RowReader> readers = new ArrayList<>();

    /** @param values the psql variables' values: a Boolean, a String, a Long, a {@code List<String>} or a {@code List<Long>} (of oids) */
    public SqlBatch(Map<String, ?> values) {
        this.values = values;
    }

    /** Adds a statement whose rows this reader takes. */
    public SqlBatch add(SqlResource sql, RowReader reader) {
        return add(sql.text(), sql.parameters(), reader);
    }

    /** Adds a statement whose result, if it has one, is of no interest. */
    public SqlBatch add(SqlResource sql) {
        return add(sql.text(), sql.parameters(), null);
    }

    private SqlBatch add(String statement, List<String> names, @Nullable RowReader reader) {
        texts.add(statement);
        parameters.addAll(names);
        readers.add(reader);
        return this;
    }

    /** Sends them all; on a connection that is marked as {@link AnyText}, so that no text can make them fail. */
    public void run(Connection connection) throws SQLException {
        if (connection instanceof AnyText) {
            runInBytes(connection);
        } else {
            runPlainly(connection);
        }
    }

    /** Sends them all so that no text can make them fail, on any connection. */
    public void runInBytes(Connection connection) throws SQLException {
        ServerEncoding encoding = new ServerEncoding(connection);
        SqlBatch raw = new SqlBatch(encoding.asking(() -> sendable(encoding)));
        RawRows rows = new RawRows();
        for (int i = 0; i < texts.size(); i++) {
            RowReader reader = readers.get(i);
            raw.texts.add(reader == null ? texts.get(i) : RawRows.asBytes(texts.get(i)));
            raw.readers.add(reader == null ? null : row -> rows.add(row, reader));
        }
        raw.parameters.addAll(parameters);
        raw.runPlainly(connection);
        rows.read(encoding);
    }

    /** What the server cannot hold cannot be there either: the empty text stands for it, which no object has as its name. */
    private Map<String, Object> sendable(ServerEncoding encoding) throws SQLException {
        if (encoding.plain() && values.values().stream().allMatch(SqlBatch::sendsExactly)) {
            return new HashMap<>(values);
        }
        Map<String, Object> sendable = new HashMap<>();
        for (Map.Entry<String, ?> value : values.entrySet()) {
            if (value.getValue() instanceof List<?> list) {
                List<@Nullable Object> elements = new ArrayList<>();
                for (Object element : list) {
                    elements.add(element instanceof String text ? sendable(encoding, text) : element);
                }
                sendable.put(value.getKey(), elements);
            } else {
                sendable.put(
                        value.getKey(),
                        value.getValue() instanceof String text ? sendable(encoding, text) : value.getValue());
            }
        }
        return sendable;
    }

    private static boolean sendsExactly(Object value) {
        return value instanceof List<?> list
                ? list.stream().allMatch(element -> element == null || sendsExactly(element))
                : !(value instanceof String text) || RawText.exact(text);
    }

    private static String sendable(ServerEncoding encoding, String text) throws SQLException {
        return RawText.exact(text) && encoding.holds(text) ? text : "";
    }

    /** Sends them as they are. */
    void runPlainly(Connection connection) throws SQLException {
        String text = String.join(";\n", texts);
        if (!RawText.exact(text)) {
            // the driver would send a question mark instead, which may be another object's name
            throw new SQLException(
                    "a name that is no text cannot be sent: " + RawText.shown(text),
                    SqlStates.CHARACTER_NOT_IN_REPERTOIRE);
        }
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            // a setting of the driver's for the whole connection: rows fetched in parts would end with the next
            // statement
            statement.setFetchSize(0);
            for (int i = 0; i < parameters.size(); i++) {
                bind(statement, i + 1, Objects.requireNonNull(values.get(parameters.get(i)), parameters.get(i)));
            }
            boolean hasRows = statement.execute();
            for (RowReader reader : readers) {
                if (hasRows) {
                    read(statement, reader);
                }
                hasRows = statement.getMoreResults();
            }
        }
    }

    /** The first column of the first row of one statement, or null if there is none. */
    public static @Nullable String text(Connection connection, SqlResource sql, Map<String, ?> values)
            throws SQLException {
        List<@Nullable String> texts = new ArrayList<>();
        new SqlBatch(values).add(sql, row -> texts.add(row.first())).run(connection);
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static void read(PreparedStatement statement, @Nullable RowReader reader) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                if (reader != null) {
                    reader.row(new DriverRow(rows));
                }
            }
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof List<?> list) {
            boolean oids = !list.isEmpty() && list.get(0) instanceof Long;
            statement.setArray(index, statement.getConnection().createArrayOf(oids ? "oid" : "text", list.toArray()));
        } else {
            statement.setObject(index, value);
        }
    }

    /** The elements of an array of text or names. */
    public static List<String> texts(ResultRow row, String column) throws SQLException {
        List<String> texts = row.texts(column);
        return texts == null ? List.of() : texts;
    }
}
