package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.ddl.PrivilegeCopy;
import io.github.cleanstaletypes.internal.reset.form.ddl.ServerWritten;
import io.github.cleanstaletypes.internal.reset.form.ddl.SettingCopy;
import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.sql.RawText;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Makes a new database that has the form of another one, as far as {@link FormRefusals} says that this role can. Stateless. */
public final class FormCopy {

    /** The server may have to write all that is in its memory to its disk first. */
    private static final Duration CREATION = Duration.ofMinutes(10);

    private FormCopy() {}

    /**
     * Makes an empty database. Nobody can connect to it before it has its privileges, and if this role is a superuser, nobody else before
     * {@link #settle}.
     *
     * @param maintenance a session in another database, in no transaction
     * @param newName its name
     */
    public static void create(Connection maintenance, String newName, DatabaseForm form) throws SQLException {
        ServerWritten statement = CreateDatabase.statement(
                newName, form, maintenance.getMetaData().getDatabaseMajorVersion());
        // it cannot run in a transaction, and only in one of ours nothing is looked up along the session's search path
        String written = Transaction.READS.run(maintenance, statement::written);
        AnswerLimit.within(maintenance, CREATION, "the creation of a database", c -> {
            statement.execute(c, written);
            return newName;
        });
        if (!form.access().untouched()) {
            Transaction.CHANGE.run(maintenance, c -> {
                PrivilegeCopy.onto(c, "DATABASE", newName, form.access());
                new ServerWritten("let_connect")
                        .words("ALTER DATABASE ")
                        .name(newName)
                        .words(" WITH ALLOW_CONNECTIONS true")
                        .run(c);
                return newName;
            });
        }
    }

    /**
     * Makes in it what belongs to its form: extensions with their schemas, the schema public as it was, and default privileges.
     *
     * @param inNew a session in the new database
     */
    public static void fill(Connection inNew, DatabaseForm form) throws SQLException {
        new ContentCopy(inNew, form.content(), form.rights()).run();
    }

    /**
     * Gives it what would have been in the way before: its settings, its limit of connections, its comment.
     *
     * @param maintenance a session in another database, in no transaction
     */
    public static void settle(Connection maintenance, String newName, DatabaseForm form) throws SQLException {
        Transaction.CHANGE.run(maintenance, c -> {
            for (RoleSetting setting : form.settings()) {
                if (setting.obstacle() == null) {
                    SettingCopy.onto(c, newName, setting);
                }
            }
            String comment = form.comment();
            if (comment != null && RawText.exact(comment)) {
                new ServerWritten("comment_database")
                        .words("COMMENT ON DATABASE ")
                        .name(newName)
                        .words(" IS ")
                        .text(comment)
                        .run(c);
            }
            new ServerWritten("settle_database")
                    .words("ALTER DATABASE ")
                    .name(newName)
                    .words(" WITH CONNECTION LIMIT " + form.connectionLimit() + " IS_TEMPLATE " + form.template())
                    .run(c);
            return newName;
        });
    }
}
