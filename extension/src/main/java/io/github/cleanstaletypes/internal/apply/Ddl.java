package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.Quarantine;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that change a type. The server itself quotes each identifier and literal, with {@code format()}. */
final class Ddl {

    /** {@code NAMEDATALEN - 1} of a server as it is distributed. */
    private static final int LONGEST_NAME = 63;

    private static final SqlResource FORMAT = SqlResource.named(Ddl.class, "format.sql");

    private Ddl() {}

    /** RESTRICT: what the server knows to depend on it stops the drop with 2BP01. */
    static void drop(Connection connection, StandaloneType type) throws SQLException {
        run(connection, "drop", "DROP " + word(type) + " %I.%I RESTRICT", type.schema(), type.name());
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
                "view_over_type",
                "CREATE TEMPORARY VIEW pg_temp.clean_stale_types_asks AS SELECT NULL::%I.%I AS asked",
                type.schema(),
                type.name());
    }

    /** The smallest thing that has a row in {@code pg_class}, a type and an array type. */
    static void createComposite(Connection connection, String schema, String name) throws SQLException {
        run(connection, "trial_create", "CREATE TYPE %I.%I AS ()", schema, name);
    }

    static void rollBackPrepared(Connection connection, String gid) throws SQLException {
        run(connection, "rollback_prepared", "ROLLBACK PREPARED %L", gid);
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
        run(connection, "rename", "ALTER " + word(type) + " %I.%I RENAME TO %I", type.schema(), type.name(), name);
        String on = "COMMENT ON " + word(type) + " %I.%I IS ";
        if (comment == null) {
            run(connection, "comment", on + "NULL", type.schema(), name);
        } else {
            run(connection, "comment", on + "%L", type.schema(), name, comment);
        }
    }

    /** No name is null: a session with array_nulls = off would read it as a text. */
    private static void run(Connection connection, String name, String template, Object... names) throws SQLException {
        String ddl = Objects.requireNonNull(
                SqlBatch.text(connection, FORMAT, Map.of("template", template, "names", Arrays.asList(names))));
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.named(name, ddl));
        }
    }

    private static String word(StandaloneType type) {
        return type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE";
    }
}
