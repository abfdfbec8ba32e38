package io.github.cleanstaletypes.internal.sql;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.postgresql.core.TransactionState;
import org.postgresql.jdbc.PgConnection;

/**
 * Converts what one batch reads and sends, by the server's own tables: Java's differ from them in a character here and there, and a name
 * must not become another one. What cannot be converted is found by halves. Not thread-safe.
 */
final class ServerEncoding {

    private static final SqlResource TO_UTF8 = SqlResource.named(ServerEncoding.class, "convert_to_utf8.sql");
    private static final SqlResource FROM_UTF8 = SqlResource.named(ServerEncoding.class, "convert_from_utf8.sql");

    private final Connection connection;
    private final String name;

    ServerEncoding(Connection connection) throws SQLException {
        this.connection = connection;
        this.name = Objects.requireNonNullElse(
                connection.unwrap(PgConnection.class).getParameterStatus("server_encoding"), "UTF8");
    }

    /** Whether the server hands its bytes out as they are: nothing is to be converted, and any byte may be there. */
    boolean plain() {
        return name.equals("UTF8") || name.equals("SQL_ASCII");
    }

    /** The texts that these bytes are, by the bytes in hexadecimal digits; those that are no text are missing. */
    Map<String, String> texts(Collection<String> bytes) throws SQLException {
        Map<String, String> texts = new HashMap<>();
        converted(TO_UTF8, List.copyOf(bytes))
                .forEach((from, utf8) ->
                        texts.put(from, new String(HexFormat.of().parseHex(utf8), StandardCharsets.UTF_8)));
        return texts;
    }

    /** A question to the server. */
    interface Question<T> {
        T ask() throws SQLException;
    }

    /** Asks before a transaction has begun: its first statement must be one that says what kind it is. */
    <T> T asking(Question<T> question) throws SQLException {
        boolean idle = state() == TransactionState.IDLE;
        T answer = question.ask();
        if (idle && state() != TransactionState.IDLE) {
            connection.rollback();
        }
        return answer;
    }

    private TransactionState state() throws SQLException {
        return connection.unwrap(PgConnection.class).getTransactionState();
    }

    /** Whether the server's encoding has all characters of this text. */
    boolean holds(String text) throws SQLException {
        return plain()
                || text.chars().allMatch(c -> c < 0x80)
                || !converted(FROM_UTF8, List.of(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8))))
                        .isEmpty();
    }

    private Map<String, String> converted(SqlResource statement, List<String> bytes) throws SQLException {
        Map<String, String> converted = new HashMap<>();
        if (bytes.isEmpty()) {
            return converted;
        }
        Savepoint before = connection.getAutoCommit() ? null : connection.setSavepoint();
        try {
            new SqlBatch(Map.of("bytes", bytes, "from", name))
                    .add(statement, row -> converted.put(row.getString("bytes"), row.getString("utf8")))
                    .runPlainly(connection);
            return converted;
        } catch (SQLException e) {
            if (!SqlStates.notConvertible(e)) {
                throw e;
            }
            if (before != null) {
                connection.rollback(before);
            }
        }
        converted.clear();
        if (bytes.size() > 1) {
            int half = bytes.size() / 2;
            converted.putAll(converted(statement, bytes.subList(0, half)));
            converted.putAll(converted(statement, bytes.subList(half, bytes.size())));
        }
        return converted;
    }
}
