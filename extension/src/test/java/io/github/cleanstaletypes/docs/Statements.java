package io.github.cleanstaletypes.docs;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Parser;

/** Runs what a page says, each statement by itself, as when it is pasted into psql. */
final class Statements {

    private Statements() {}

    /** Runs all of them in a session of their own; the first column of the rows that the last one shows. */
    static List<String> firstColumn(DataSource dataSource, String text) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            for (NativeQuery query : Parser.parseJdbcSql(text, true, false, true, false, false)) {
                column.clear();
                if (statement.execute(query.nativeSql)) {
                    ResultSet rows = statement.getResultSet();
                    while (rows.next()) {
                        column.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
            return column;
        }
    }
}
