package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm.Rights;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what a database is apart from its content. Stateless. */
public final class FormReader {

    private static final SqlResource DATABASE = SqlResource.named(FormReader.class, "form_database.sql");

    private FormReader() {}

    /**
     * Reads it; what databases share is read in another database, since only there it can be written again.
     *
     * @param maintenance a session in another database
     * @param inDatabase a session in it, of the same role
     * @param database its name
     * @throws SQLException also if there is no database of this name (3D000)
     */
    public static DatabaseForm read(Connection maintenance, Connection inDatabase, String database)
            throws SQLException {
        List<DatabaseForm> forms = new ArrayList<>();
        Transaction.SNAPSHOT.run(maintenance, c -> {
            new SqlBatch(Map.of("database", database))
                    .add(DATABASE, row -> forms.add(form(row)))
                    .run(AnyText.on(c));
            return database;
        });
        if (forms.isEmpty()) {
            throw new SQLException("there is no database " + database, SqlStates.UNDEFINED_DATABASE);
        }
        return forms.get(0);
    }

    private static DatabaseForm form(ResultSet row) throws SQLException {
        String owner = row.getString("owner");
        return new DatabaseForm(
                owner,
                row.getString("encoding"),
                new DatabaseLocale(
                        row.getString("provider"),
                        row.getString("collate"),
                        row.getString("ctype"),
                        row.getString("locale"),
                        row.getString("rules"),
                        row.getString("collation_version"),
                        null),
                row.getString("tablespace"),
                row.getInt("connection_limit"),
                row.getBoolean("template"),
                row.getString("comment"),
                new AccessList(owner, row.getBoolean("untouched"), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Rights(
                        row.getString("role"),
                        row.getBoolean("superuser"),
                        row.getBoolean("may_own"),
                        row.getBoolean("may_use_tablespace")));
    }
}
