package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm.Rights;
import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DatabaseLocale;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.reset.form.value.SecurityLabel;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a database's form what stands in the catalogs that all databases share. It is read in the session in which it will be written,
 * since another database can have another encoding. Not thread-safe.
 */
final class SharedForm {

    private static final int FIRST_WITH_COLLATION_VERSIONS = 15;

    private static final SqlResource DATABASE = SqlResource.named(SharedForm.class, "form_database.sql");
    private static final SqlResource COLLATION = SqlResource.named(SharedForm.class, "form_collation.sql");
    private static final SqlResource GRANTS = SqlResource.named(SharedForm.class, "form_grants.sql");
    private static final SqlResource SETTINGS = SqlResource.named(SharedForm.class, "form_settings.sql");
    private static final SqlResource LABELS = SqlResource.named(SharedForm.class, "form_labels.sql");

    private final List<DatabaseForm> forms = new ArrayList<>();
    private final List<Grant> grants = new ArrayList<>();
    private final List<RoleSetting> settings = new ArrayList<>();
    private final List<SecurityLabel> labels = new ArrayList<>();
    private @Nullable String actualCollation;

    /** Reads it; what is in the database itself is empty yet. */
    static DatabaseForm read(Connection maintenance, String database) throws SQLException {
        SharedForm read = new SharedForm();
        boolean versions = maintenance.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_COLLATION_VERSIONS;
        Transaction.SNAPSHOT.run(maintenance, c -> {
            SqlBatch batch = new SqlBatch(Map.of("database", database));
            if (versions) {
                batch.add(COLLATION, row -> read.actualCollation = row.getString("actual"));
            }
            batch.add(GRANTS, row -> read.grants.add(Grant.read(row)))
                    .add(SETTINGS, row -> read.settings.add(setting(row)))
                    .add(
                            LABELS,
                            row -> read.labels.add(
                                    new SecurityLabel(row.getString("provider"), row.getString("label"))))
                    .run(AnyText.on(c));
            // after all that belongs to it
            new SqlBatch(Map.of("database", database))
                    .add(DATABASE, row -> read.forms.add(read.form(row)))
                    .run(AnyText.on(c));
            return read;
        });
        if (read.forms.isEmpty()) {
            throw new SQLException("there is no database " + database, SqlStates.UNDEFINED_DATABASE);
        }
        return read.forms.get(0);
    }

    private static RoleSetting setting(ResultRow row) throws SQLException {
        String line = row.getString("line");
        int equals = line.indexOf('=');
        return new RoleSetting(row.getString("role"), line.substring(0, equals), line.substring(equals + 1), null);
    }

    private DatabaseForm form(ResultRow row) throws SQLException {
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
                        actualCollation),
                row.getString("tablespace"),
                row.getInt("connection_limit"),
                row.getBoolean("template"),
                row.getString("comment"),
                new AccessList(owner, row.getBoolean("untouched"), grants),
                settings,
                labels,
                ContentForm.NONE,
                new Rights(
                        row.getString("role"),
                        row.getBoolean("superuser"),
                        row.getBoolean("may_own"),
                        row.getBoolean("may_use_tablespace")));
    }
}
