package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.catalog.index.IndexRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The statements that change something. The server itself quotes each identifier and literal, with {@code format()}. */
final class Ddl {

    private static final SqlResource FORMAT = SqlResource.named(Ddl.class, "format.sql");

    private Ddl() {}

    /** RESTRICT: what the server knows to depend on it stops the drop with 2BP01. */
    static void drop(Connection connection, StandaloneType type) throws SQLException {
        run(connection, "drop", "DROP " + word(type) + " %I.%I RESTRICT", type.schema(), type.name());
    }

    /** Not CONCURRENTLY: that would wait for others in the middle, for as long as they like. */
    static void drop(Connection connection, IndexRow index) throws SQLException {
        run(connection, "drop_index", "DROP INDEX %I.%I RESTRICT", index.schema(), index.name());
    }

    /** ONLY: who inherits from the table has indexes of its own. */
    static void lockTable(Connection connection, IndexRow index) throws SQLException {
        run(
                connection,
                "lock_table",
                "LOCK TABLE ONLY %I.%I IN SHARE UPDATE EXCLUSIVE MODE",
                index.tableSchema(),
                index.tableName());
    }

    static void rename(Connection connection, StandaloneType type, String newName) throws SQLException {
        rename(connection, word(type), type.schema(), type.name(), newName);
    }

    static void rename(Connection connection, String word, String schema, String name, String newName)
            throws SQLException {
        run(connection, "rename", "ALTER " + word + " %I.%I RENAME TO %I", schema, name, newName);
    }

    /** @param name its name by now */
    static void comment(Connection connection, StandaloneType type, String name, @Nullable String comment)
            throws SQLException {
        String on = "COMMENT ON " + word(type) + " %I.%I IS ";
        if (comment == null) {
            run(connection, "comment", on + "NULL", type.schema(), name);
        } else {
            run(connection, "comment", on + "%L", type.schema(), name, comment);
        }
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

    /** No name is null: a session with array_nulls = off would read it as a text. */
    private static void run(Connection connection, String name, String template, Object... names) throws SQLException {
        execute(
                connection,
                name,
                Objects.requireNonNull(SqlBatch.text(
                        connection, FORMAT, Map.of("template", template, "names", Arrays.asList(names)))));
    }

    /**
     * Executes a statement that the server itself has written.
     *
     * @param name what the statement is called in the server's log
     */
    static void execute(Connection connection, String name, String written) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SqlResource.named(name, written));
        }
    }

    private static String word(StandaloneType type) {
        return type.kind() == TypeKind.DOMAIN ? "DOMAIN" : "TYPE";
    }
}
