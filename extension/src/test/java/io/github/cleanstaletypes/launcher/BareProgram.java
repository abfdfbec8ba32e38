package io.github.cleanstaletypes.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;

/** What a program has to do at least: it connects, and asks one question. */
final class BareProgram {

    private BareProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM pg_catalog.pg_type")) {
            rows.next();
            System.out.println(rows.getLong(1));
        }
    }
}
