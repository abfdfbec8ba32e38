package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm.Creator;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.sql.Connection;
import java.sql.SQLException;

/** Creates an extension as it was: in its schema, in its version, and for its owner. Stateless. */
public final class ExtensionCopy {

    private ExtensionCopy() {}

    /** Removes what each new database has, and the old one has not; within a transaction. */
    public static void drop(Connection connection, String name) throws SQLException {
        new ServerWritten("drop_extension")
                .words("DROP EXTENSION ")
                .name(name)
                .words(" RESTRICT")
                .run(connection);
    }

    /** Creates it, within a transaction. Without CASCADE: what it needs is there, as it was and not as it is by default. */
    public static void create(Connection connection, ExtensionForm extension) throws SQLException {
        boolean asOwner = extension.creator() == Creator.AS_OWNER;
        if (asOwner) {
            new ServerWritten("act_as_owner")
                    .words("SET LOCAL ROLE ")
                    .name(extension.owner())
                    .run(connection);
        }
        new ServerWritten("create_extension")
                .words("CREATE EXTENSION ")
                .name(extension.name())
                .words(" SCHEMA ")
                .name(extension.schema())
                .words(" VERSION ")
                .text(extension.version())
                .run(connection);
        comment(connection, extension);
        if (asOwner) {
            new ServerWritten("act_as_oneself").words("RESET ROLE").run(connection);
        }
    }

    /** A new one has that of its control file. */
    private static void comment(Connection connection, ExtensionForm extension) throws SQLException {
        String comment = extension.comment();
        ServerWritten statement = new ServerWritten("comment_extension")
                .words("COMMENT ON EXTENSION ")
                .name(extension.name())
                .words(" IS ");
        if (comment == null) {
            statement.words("NULL").run(connection);
        } else if (RawText.exact(comment)) {
            statement.text(comment).run(connection);
        }
    }
}
