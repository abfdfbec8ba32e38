package io.github.cleanstaletypes.internal.reset.form.ddl;

import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Gives privileges again as they were given once, each in the name of who gave it. Stateless. */
public final class PrivilegeCopy {

    private static final Pattern PRIVILEGE = Pattern.compile("[A-Z ]+");

    private PrivilegeCopy() {}

    /**
     * Takes away what is usual, and gives what is to be there; within a transaction. Where nobody has ever changed the privileges, nothing
     * is done, since each change would make the usual ones explicit.
     *
     * @param kind {@code DATABASE} or {@code SCHEMA}
     * @param name the thing's name, of which this role may act as the owner
     */
    public static void onto(Connection connection, String kind, String name, AccessList access) throws SQLException {
        if (access.untouched()) {
            return;
        }
        revoke(kind, name).words("PUBLIC").run(connection);
        revoke(kind, name).name(access.owner()).run(connection);
        for (Grant grant : access.repeatable()) {
            boolean others = !grant.grantor().equals(access.owner());
            if (others) {
                // what who may act as the owner gives is the owner's gift
                new ServerWritten("act_as_grantor")
                        .words("SET LOCAL ROLE ")
                        .name(grant.grantor())
                        .run(connection);
            }
            give(new ServerWritten("give_privilege"), grant, " ON " + kind + " ", name)
                    .run(connection);
            if (others) {
                new ServerWritten("act_as_oneself").words("RESET ROLE").run(connection);
            }
        }
    }

    private static ServerWritten revoke(String kind, String name) {
        return new ServerWritten("take_privileges")
                .words("REVOKE ALL ON " + kind + " ")
                .name(name)
                .words(" FROM ");
    }

    /** Adds GRANT, the privilege, on what it is, and to whom. */
    private static ServerWritten give(ServerWritten statement, Grant grant, String on, String name) {
        return to(statement.words("GRANT " + word(grant) + on).name(name), grant);
    }

    /** The privilege as the server itself calls it: a word of the language. */
    static String word(Grant grant) {
        if (!PRIVILEGE.matcher(grant.privilege()).matches()) {
            throw new IllegalStateException("no privilege: " + grant.privilege());
        }
        return grant.privilege();
    }

    /** Adds to whom it is given. */
    static ServerWritten to(ServerWritten statement, Grant grant) {
        statement.words(" TO ");
        ServerWritten named = grant.grantee() == null ? statement.words("PUBLIC") : statement.name(grant.grantee());
        return grant.grantable() ? named.words(" WITH GRANT OPTION") : named;
    }
}
