package io.github.cleanstaletypes.internal.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The row at which a driver's result stands. */
record DriverRow(ResultSet rows) implements ResultRow {

    @Override
    public String getString(String column) throws SQLException {
        return rows.getString(column);
    }

    @Override
    public boolean getBoolean(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    @Override
    public int getInt(String column) throws SQLException {
        return rows.getInt(column);
    }

    @Override
    public long getLong(String column) throws SQLException {
        return rows.getLong(column);
    }

    @Override
    public double getDouble(String column) throws SQLException {
        return rows.getDouble(column);
    }

    @Override
    public boolean wasNull() throws SQLException {
        return rows.wasNull();
    }

    @Override
    public List<String> columns() throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<String> names = new ArrayList<>();
        for (int column = 1; column <= columns.getColumnCount(); column++) {
            names.add(columns.getColumnLabel(column));
        }
        return names;
    }

    @Override
    public String first() throws SQLException {
        return rows.getString(1);
    }

    @Override
    public boolean isArray(String column) throws SQLException {
        return rows.getMetaData().getColumnType(rows.findColumn(column)) == Types.ARRAY;
    }

    @Override
    public @Nullable List<String> texts(String column) throws SQLException {
        Array array = rows.getArray(column);
        if (array == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add(String.valueOf(text));
        }
        return List.copyOf(texts);
    }
}
