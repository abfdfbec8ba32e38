package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The statements that change a type. The server itself quotes each identifier and literal, with {@code format()}. */
final class Ddl {

    /** {@code NAMEDATALEN - 1} of a server as it is distributed. */
    private static final int LONGEST_NAME = 63;

    private Ddl() {}

    /** RESTRICT: what the server knows to depend on it stops the drop with 2BP01. */
    static void drop(Connection connection, StandaloneType type) throws SQLException {
        run(connection, "DROP " + word(type) + " %I.%I RESTRICT", type.schema(), type.name());
    }

    static void quarantine(Connection connection, StandaloneType type) throws SQLException {
        Quarantine quarantine = new Quarantine(type.originalName(), type.originalComment());
        rename(connection, type, quarantineName(type), quarantine.comment());
    }

    static void restore(Connection connection, StandaloneType type) throws SQLException {
        rename(connection, type, type.originalName(), type.originalComment());
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

    /** {@code stale_<oid>_<name>}, cut so that no character is cut in two. */
    static String quarantineName(StandaloneType type) {
        StringBuilder name = new StringBuilder("stale_" + type.oid() + "_");
        int bytes = name.length();
        for (int c : type.name().codePoints().toArray()) {
            bytes += Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > LONGEST_NAME) {
                break;
            }
            name.appendCodePoint(c);
        }
        return name.toString();
    }

    private static void rename(Connection connection, StandaloneType type, String name, @Nullable String comment)
            throws SQLException {
        run(connection, "ALTER " + word(type) + " %I.%I RENAME TO %I", type.schema(), type.name(), name);
        String on = "COMMENT ON " + word(type) + " %I.%I IS ";
        if (comment == null) {
            run(connection, on + "NULL", type.schema(), name);
        } else {
            run(connection, on + "%L", type.schema(), name, comment);
        }
    }

    /** No name is null: a session with array_nulls = off would read it as a text. */
    private static void run(Connection connection, String template, Object... names) throws SQLException {
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

    private static String word(StandaloneType type) {
        return type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE";
    }
}
