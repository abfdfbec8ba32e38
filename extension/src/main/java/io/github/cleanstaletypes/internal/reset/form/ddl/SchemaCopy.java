package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes a schema of a new database what it was in the old one. Stateless. */
public final class SchemaCopy {

    private SchemaCopy() {}

    /**
     * Makes it, or changes it where it differs; within a transaction.
     *
     * @param present what is there already, or null
     */
    public static void onto(Connection connection, SchemaForm wanted, @Nullable SchemaForm present)
            throws SQLException {
        String name = wanted.name();
        AccessList access = wanted.access();
        if (present == null) {
            create(connection, wanted);
        } else if (access.untouched() && !present.access().untouched()) {
            // what has been changed once never is untouched again
            drop(connection, name);
            create(connection, wanted);
        } else if (!access.owner().equals(present.access().owner())) {
            new ServerWritten("own_schema")
                    .words("ALTER SCHEMA ")
                    .name(name)
                    .words(" OWNER TO ")
                    .name(access.owner())
                    .run(connection);
        }
        if (present == null || !access.sameAs(present.access())) {
            PrivilegeCopy.onto(connection, "SCHEMA", name, access);
        }
        comment(connection, wanted, present);
    }

    /** Removes it; RESTRICT, so that nothing in it can go with it. */
    public static void drop(Connection connection, String name) throws SQLException {
        new ServerWritten("drop_schema")
                .words("DROP SCHEMA ")
                .name(name)
                .words(" RESTRICT")
                .run(connection);
    }

    private static void create(Connection connection, SchemaForm wanted) throws SQLException {
        new ServerWritten("create_schema")
                .words("CREATE SCHEMA ")
                .name(wanted.name())
                .words(" AUTHORIZATION ")
                .name(wanted.access().owner())
                .run(connection);
    }

    private static void comment(Connection connection, SchemaForm wanted, @Nullable SchemaForm present)
            throws SQLException {
        String comment = wanted.comment();
        if (present != null && Objects.equals(comment, present.comment())) {
            return;
        }
        ServerWritten statement = new ServerWritten("comment_schema")
                .words("COMMENT ON SCHEMA ")
                .name(wanted.name())
                .words(" IS ");
        if (comment == null) {
            statement.words("NULL").run(connection);
        } else if (RawText.exact(comment)) {
            statement.text(comment).run(connection);
        }
    }
}
