package io.github.cleanstaletypes.internal.reset.form;

import java.sql.Connection;
import java.sql.SQLException;

/** Reads what a database is apart from its content. Stateless. */
public final class FormReader {

    private FormReader() {}

    /**
     * Reads it, and finds out what of it this role could carry over; for that, each setting of the database is set once more to what it is,
     * in a transaction that is rolled back.
     *
     * @param maintenance a session in another database
     * @param inDatabase a session in it, of the same role
     * @param database its name
     * @throws SQLException also if there is no database of this name (3D000)
     */
    public static DatabaseForm read(Connection maintenance, Connection inDatabase, String database)
            throws SQLException {
        DatabaseForm shared = SharedForm.read(maintenance, database);
        return shared.with(
                SettingTrial.of(maintenance, database, shared.settings()),
                ContentReader.read(inDatabase, shared.rights()));
    }
}
