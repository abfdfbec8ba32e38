package io.github.cleanstaletypes.internal.sql;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/**
 * A row that a statement has yielded, as its reader sees it, whether the driver has it in columns or it came as bytes. What is named as in
 * {@link java.sql.ResultSet} does the same. Valid until the next row is read.
 */
@NullUnmarked
public interface ResultRow {

    String getString(String column) throws SQLException;

    boolean getBoolean(String column) throws SQLException;

    int getInt(String column) throws SQLException;

    long getLong(String column) throws SQLException;

    double getDouble(String column) throws SQLException;

    boolean wasNull() throws SQLException;

    /** Returns its first column as text. */
    String first() throws SQLException;

    /** Returns the names of its columns, in their order. */
    List<String> columns() throws SQLException;

    boolean isArray(String column) throws SQLException;

    /** Returns the elements of an array as texts; null if the column is null. */
    List<String> texts(String column) throws SQLException;
}
