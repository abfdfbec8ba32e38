package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import java.sql.Connection;
import java.sql.SQLException;

/** Says again what new objects of a role begin with. Stateless. */
public final class DefaultPrivilegesCopy {

    private DefaultPrivilegesCopy() {}

    /** Says it, within a transaction. In a single schema there is nothing usual that could be taken away. */
    public static void onto(Connection connection, DefaultPrivileges defaults) throws SQLException {
        if (defaults.schema() == null) {
            begin(defaults)
                    .words("REVOKE ALL ON " + defaults.kind() + " FROM PUBLIC")
                    .run(connection);
            begin(defaults)
                    .words("REVOKE ALL ON " + defaults.kind() + " FROM ")
                    .name(defaults.role())
                    .run(connection);
        }
        for (Grant grant : defaults.access().repeatable()) {
            PrivilegeCopy.to(
                            begin(defaults).words("GRANT " + PrivilegeCopy.word(grant) + " ON " + defaults.kind()),
                            grant)
                    .run(connection);
        }
    }

    private static ServerWritten begin(DefaultPrivileges defaults) {
        ServerWritten statement = new ServerWritten("carry_default_privileges")
                .words("ALTER DEFAULT PRIVILEGES FOR ROLE ")
                .name(defaults.role());
        String schema = defaults.schema();
        return (schema == null ? statement : statement.words(" IN SCHEMA ").name(schema)).words(" ");
    }
}
