package io.github.cleanstaletypes.chaos.oracle;

import io.github.cleanstaletypes.chaos.oracle.Inventory.Part;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Reads an {@link Inventory}, each section by itself: a damaged catalog keeps some of them from being read. */
final class InventoryReader {

    private static final List<String> SECTIONS =
            List.of("relations", "columns", "types", "functions", "constraints", "views");

    private static final String TABLES = section("tables");

    private static final String ROWS = section("rows");

    private final Database database;
    private final Map<String, Part> parts = new TreeMap<>();

    InventoryReader(Database database) {
        this.database = database;
    }

    Inventory read() {
        try (Connection connection = database.connect(Database.OBSERVER);
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = on");
            // a table that somebody holds is not waited for: it is told as unreadable
            statement.execute("SET lock_timeout = '5s'");
            for (String section : SECTIONS) {
                readSection(statement, section);
            }
            for (String table : tables(statement)) {
                parts.put("rows of " + table, new Part(table, rows(statement, table)));
            }
            return new Inventory(Map.copyOf(parts));
        } catch (SQLException e) {
            throw new IllegalStateException("The oracle cannot read " + database, e);
        }
    }

    private void readSection(Statement statement, String section) {
        try (ResultSet rows = statement.executeQuery(section(section))) {
            while (rows.next()) {
                parts.put(rows.getString(2), new Part(rows.getString(1), Objects.toString(rows.getString(3))));
            }
        } catch (SQLException e) {
            parts.put("section " + section, new Part("", "unreadable: " + e.getSQLState()));
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static String rows(Statement statement, String table) {
        try (ResultSet row = statement.executeQuery(ROWS.replace("%s", table))) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            return "unreadable: " + e.getSQLState();
        }
    }

    private static String section(String name) {
        return Resource.text("oracle/" + name + ".sql");
    }
}
