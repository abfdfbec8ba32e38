package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Makes a new database that has the form of another one. Stateless. */
public final class FormCopy {

    /** The server may have to write all that is in its memory to its disk first. */
    private static final Duration CREATION = Duration.ofMinutes(10);

    private FormCopy() {}

    /**
     * Makes an empty database, which nobody else can connect to as long as its privileges are not what they should be.
     *
     * @param maintenance a session in another database, in no transaction
     * @param newName its name
     */
    public static void create(Connection maintenance, String newName, DatabaseForm form) throws SQLException {
        int version = maintenance.getMetaData().getDatabaseMajorVersion();
        AnswerLimit.within(maintenance, CREATION, "the creation of a database", c -> {
            CreateDatabase.statement(newName, form, version).run(c);
            return newName;
        });
    }

    /**
     * Makes in it what belongs to its form: extensions with their schemas, the schema public as it was, and default privileges.
     *
     * @param inNew the only session in the new database
     */
    public static void fill(Connection inNew, DatabaseForm form) throws SQLException {}

    /**
     * Gives it what would be in the way before: its settings, its limit of connections, its comment.
     *
     * @param maintenance a session in another database, in no transaction
     */
    public static void settle(Connection maintenance, String newName, DatabaseForm form) throws SQLException {}
}
