package io.github.cleanstaletypes.internal.sql;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that came as bytes. Not thread-safe. */
final class RowView implements ResultRow {

    private final Map<String, @Nullable Object> columns;
    private boolean wasNull;

    /** @param columns in their order: a text, a list of texts, or null */
    RowView(Map<String, @Nullable Object> columns) {
        this.columns = columns;
    }

    @Override
    public @Nullable String getString(String column) {
        Object value = value(column);
        wasNull = value == null;
        return value == null ? null : String.valueOf(value);
    }

    @Override
    public boolean getBoolean(String column) {
        String text = getString(column);
        return "true".equals(text) || "t".equals(text);
    }

    @Override
    public int getInt(String column) {
        String text = getString(column);
        return text == null ? 0 : Integer.parseInt(text);
    }

    @Override
    public long getLong(String column) {
        String text = getString(column);
        return text == null ? 0 : Long.parseLong(text);
    }

    @Override
    public double getDouble(String column) {
        String text = getString(column);
        return text == null ? 0 : Double.parseDouble(text);
    }

    @Override
    public boolean wasNull() {
        return wasNull;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns.keySet());
    }

    @Override
    public @Nullable String first() {
        return getString(columns().get(0));
    }

    @Override
    public boolean isArray(String column) {
        return value(column) instanceof List<?>;
    }

    @Override
    public @Nullable List<String> texts(String column) {
        return value(column) instanceof List<?> texts
                ? texts.stream().map(String::valueOf).toList()
                : null;
    }

    private @Nullable Object value(String column) {
        if (!columns.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column);
        }
        return columns.get(column);
    }
}
