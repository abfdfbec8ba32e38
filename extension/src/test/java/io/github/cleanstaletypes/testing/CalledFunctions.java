package io.github.cleanstaletypes.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Counts calls of functions in procedural languages in a database, as the server itself does; also those of transactions that were rolled back. */
public final class CalledFunctions {

    private final TestDatabase database;
    private int markers;

    private CalledFunctions(TestDatabase database) {
        this.database = database;
    }

    /** Counts from now on, in each new session. */
    public static CalledFunctions in(TestDatabase database) {
        database.execute(
                "ALTER DATABASE " + database.name() + " SET track_functions = 'pl'",
                "CREATE SCHEMA watch",
                "CREATE FUNCTION watch.marker() RETURNS bool LANGUAGE plpgsql AS 'BEGIN RETURN true; END'");
        return new CalledFunctions(database);
    }

    /** The functions that sessions have called which have ended. */
    public List<String> names() {
        database.awaitNobodyConnected();
        // counts arrive in order, but on 14 some time after the session has ended: when this one is there, those before
        // it are
        markers++;
        texts(database, "SELECT watch.marker()");
        Wait.until(
                "the server has counted",
                () -> texts(database, statistics("= 'watch'")).equals(List.of("watch.marker " + markers)));
        return texts(database, statistics("<> 'watch'"));
    }

    private static String statistics(String schema) {
        return "SELECT s.schemaname || '.' || s.funcname || ' ' || s.calls FROM pg_catalog.pg_stat_user_functions s WHERE s.schemaname "
                + schema;
    }

    /** The first column of a query that finds nothing but the server's own. */
    static List<String> texts(TestDatabase database, String query) {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = pg_catalog");
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
