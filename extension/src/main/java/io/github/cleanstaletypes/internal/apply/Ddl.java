package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The statements that change a type. The server itself quotes each identifier and literal, with {@code format()}. */
final class Ddl {

    private Ddl() {}

    /** RESTRICT: what the server knows to depend on it stops the drop with 2BP01. */
    static void drop(Connection connection, StandaloneType type) throws SQLException {
        run(connection, "DROP " + word(type) + " %I.%I RESTRICT", type.schema(), type.name());
    }

    static void rename(Connection connection, StandaloneType type, String newName) throws SQLException {
        rename(connection, word(type), type.schema(), type.name(), newName);
    }

    static void rename(Connection connection, String word, String schema, String name, String newName)
            throws SQLException {
        run(connection, "ALTER " + word + " %I.%I RENAME TO %I", schema, name, newName);
    }

    /** @param name its name by now */
    static void comment(Connection connection, StandaloneType type, String name, @Nullable String comment)
            throws SQLException {
        run(connection, "COMMENT ON " + word(type) + " %I.%I IS %L", type.schema(), name, comment);
    }

    /** A temporary view over the type, gone with the savepoint before it. */
    static void viewOver(Connection connection, StandaloneType type) throws SQLException {
        run(
                connection,
                "CREATE TEMPORARY VIEW pg_temp.clean_stale_types_asks AS SELECT NULL::%I.%I AS asked",
                type.schema(),
                type.name());
    }

    /** The smallest thing that has a row in {@code pg_class}, a type and an array type. */
    static void createComposite(Connection connection, String schema, String name) throws SQLException {
        run(connection, "CREATE TYPE %I.%I AS ()", schema, name);
    }

    static void rollBackPrepared(Connection connection, String gid) throws SQLException {
        run(connection, "ROLLBACK PREPARED %L", gid);
    }

    private static void run(Connection connection, String template, @Nullable Object... names) throws SQLException {
        try (PreparedStatement quoting =
                        connection.prepareStatement("SELECT pg_catalog.format(?, VARIADIC ?::pg_catalog.text[])");
                Statement statement = connection.createStatement()) {
            quoting.setString(1, template);
            quoting.setArray(2, connection.createArrayOf("text", names));
            try (ResultSet row = quoting.executeQuery()) {
                row.next();
                statement.execute(row.getString(1));
            }
        }
    }

    /** Executes a statement that the server itself has written. */
    static void execute(Connection connection, String written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(written);
        }
    }

    private static String word(StandaloneType type) {
        return type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE";
    }
}
