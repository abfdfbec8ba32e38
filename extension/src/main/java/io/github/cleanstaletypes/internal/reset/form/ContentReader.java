package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm.Rights;
import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm.UsualPublic;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads of a database's form what stands in the database itself. Not thread-safe. */
final class ContentReader {

    private static final SqlResource SCHEMA_GRANTS = SqlResource.named(ContentReader.class, "form_schema_grants.sql");
    private static final SqlResource SCHEMAS = SqlResource.named(ContentReader.class, "form_schemas.sql");
    private static final SqlResource USUAL = SqlResource.named(ContentReader.class, "form_usual_public.sql");
    private static final SqlResource EXTENSIONS = SqlResource.named(ContentReader.class, "form_extensions.sql");
    private static final SqlResource DEFAULTS = SqlResource.named(ContentReader.class, "form_defaults.sql");

    private final Map<String, List<Grant>> schemaGrants = new HashMap<>();
    private final List<SchemaForm> schemas = new ArrayList<>();
    private final List<ExtensionForm> extensions = new ArrayList<>();
    private final Map<List<@Nullable String>, DefaultPrivileges> defaults = new LinkedHashMap<>();
    private @Nullable UsualPublic usual;

    static ContentForm read(Connection inDatabase, Rights rights) throws SQLException {
        ContentReader read = new ContentReader();
        return Transaction.SNAPSHOT.run(inDatabase, c -> read.all(c, rights));
    }

    /** Reads it within the transaction at hand. */
    static ContentForm within(Connection inDatabase, Rights rights) throws SQLException {
        return new ContentReader().all(inDatabase, rights);
    }

    private ContentForm all(Connection connection, Rights rights) throws SQLException {
        new SqlBatch(Map.of())
                .add(
                        SCHEMA_GRANTS,
                        row -> schemaGrants
                                .computeIfAbsent(row.getString("schema"), name -> new ArrayList<>())
                                .add(Grant.read(row)))
                .add(USUAL, row -> usual = usual(row))
                .add(EXTENSIONS, row -> extensions.add(ExtensionForm.read(row, rights.superuser())))
                .add(DEFAULTS, this::defaultPrivilege)
                .run(AnyText.on(connection));
        // after the privileges that belong to them
        new SqlBatch(Map.of()).add(SCHEMAS, row -> schemas.add(schema(row))).run(AnyText.on(connection));
        return new ContentForm(schemas, extensions, new ArrayList<>(defaults.values()), usual);
    }

    private static UsualPublic usual(ResultRow row) throws SQLException {
        return new UsualPublic(
                row.getString("owner"), row.getBoolean("everybody_creates"), row.getBoolean("may_change"));
    }

    private SchemaForm schema(ResultRow row) throws SQLException {
        String name = row.getString("name");
        return new SchemaForm(
                name,
                row.getString("extension"),
                new AccessList(
                        row.getString("owner"),
                        row.getBoolean("untouched"),
                        schemaGrants.getOrDefault(name, List.of())),
                row.getString("comment"),
                row.getBoolean("may_create"),
                row.getBoolean("may_own"));
    }

    private void defaultPrivilege(ResultRow row) throws SQLException {
        String role = row.getString("role");
        String schema = row.getString("schema");
        String kind = DefaultPrivileges.kind(row.getString("kind"));
        List<@Nullable String> key = new ArrayList<>();
        key.add(role);
        key.add(schema);
        key.add(kind);
        DefaultPrivileges known = defaults.get(key);
        List<Grant> grants =
                new ArrayList<>(known == null ? List.of() : known.access().grants());
        if (row.getString("grantor") != null) {
            grants.add(Grant.read(row));
        }
        defaults.put(
                key,
                new DefaultPrivileges(
                        role,
                        schema,
                        kind,
                        new AccessList(role, false, grants),
                        row.getBoolean("may_change"),
                        row.getBoolean("may_use_schema")));
    }
}
