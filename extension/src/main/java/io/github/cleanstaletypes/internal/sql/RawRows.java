package io.github.cleanstaletypes.internal.sql;

import io.github.cleanstaletypes.internal.sql.SqlBatch.RowReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of one batch as the server's bytes, kept until all statements have run and it can be asked what they mean. Not thread-safe. */
final class RawRows {

    private static final String AS_BYTES = SqlResource.fragment(RawRows.class, "as_bytes.sql");

    private final List<Row> rows = new ArrayList<>();

    /** A row, and who is to read it. */
    private record Row(RowReader reader, String hex) {
        byte[] json() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /**
     * The statement that yields each row of this one as a JSON object, in hexadecimal digits: the only form that no conversion changes.
     * An object is text whose escapes are ASCII, and what else is in it the server copies byte by byte.
     */
    static String asBytes(String statement) {
        // the comment with the statement's name stays at its beginning
        return statement.substring(0, statement.indexOf("*/") + 2) + " " + AS_BYTES.formatted(statement);
    }

    void add(ResultRow row, RowReader reader) throws SQLException {
        rows.add(new Row(reader, row.getString("bytes")));
    }

    /** Hands them to their readers, in their order. */
    void read(ServerEncoding encoding) throws SQLException {
        Map<String, String> known = encoding.plain() ? Map.of() : encoding.texts(foreign());
        for (Row row : rows) {
            Map<String, @Nullable Object> columns =
                    RowJson.read(row.json(), bytes -> encoding.plain() ? RawText.ofUtf8(bytes) : text(bytes, known));
            row.reader().row(new RowView(columns));
        }
    }

    private static String text(byte[] bytes, Map<String, String> known) {
        String text = ascii(bytes) ? null : known.get(HexFormat.of().formatHex(bytes));
        return text == null ? RawText.ofBytes(bytes) : text;
    }

    private Set<String> foreign() {
        Set<String> foreign = new HashSet<>();
        for (Row row : rows) {
            RowJson.read(row.json(), bytes -> {
                if (!ascii(bytes)) {
                    foreign.add(HexFormat.of().formatHex(bytes));
                }
                return "";
            });
        }
        return foreign;
    }

    private static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }
}
