package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm.Rights;
import io.github.cleanstaletypes.internal.reset.form.ddl.DefaultPrivilegesCopy;
import io.github.cleanstaletypes.internal.reset.form.ddl.ExtensionCopy;
import io.github.cleanstaletypes.internal.reset.form.ddl.SchemaCopy;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;

/** Makes in a new database what belongs to its form. Not thread-safe. */
final class ContentCopy {

    private final Connection connection;
    private final ContentForm content;
    private final Rights rights;
    private final ContentObstacles obstacles;

    ContentCopy(Connection inNew, ContentForm content, Rights rights) {
        this.connection = inNew;
        this.content = content;
        this.rights = rights;
        this.obstacles = new ContentObstacles(content, rights);
    }

    /**
     * Makes it: schemas before the extensions in them, and default privileges last, which would change what extensions create. What each
     * new database has and the old one has not goes after that, too: scripts of extensions may need the language.
     */
    void run() throws SQLException {
        ContentForm present = Transaction.LONG_CHANGE.run(connection, this::base);
        for (ExtensionForm extension : ExtensionOrder.of(content)) {
            if (present.extension(extension.name()) == null) {
                create(extension);
            }
        }
        Transaction.CHANGE.run(connection, this::rest);
    }

    private ContentForm base(Connection c) throws SQLException {
        for (ExtensionForm there : ContentReader.within(c, rights).extensions()) {
            ExtensionForm wanted = content.extension(there.name());
            if (rights.superuser() && wanted != null && !wanted.sameAs(there)) {
                ExtensionCopy.drop(c, there.name());
            }
        }
        ContentForm present = ContentReader.within(c, rights);
        for (SchemaForm schema : content.schemas()) {
            if (schema.extension() == null) {
                copy(c, schema, present);
            }
        }
        return present;
    }

    private void copy(Connection c, SchemaForm schema, ContentForm present) throws SQLException {
        if (obstacles.of(schema) == null) {
            SchemaCopy.onto(c, schema, present.schema(schema.name()));
        }
    }

    /** One that is said to be impossible is tried all the same: some servers let roles create more than their catalogs say. */
    private void create(ExtensionForm extension) throws SQLException {
        try {
            Transaction.LONG_CHANGE.run(connection, c -> {
                ExtensionCopy.create(c, extension);
                return extension;
            });
        } catch (SQLException e) {
            if (obstacles.of(extension) == null || SqlStates.hopeless(e)) {
                throw e;
            }
        }
    }

    private ContentForm rest(Connection c) throws SQLException {
        ContentForm present = ContentReader.within(c, rights);
        dropUnwanted(c, present);
        for (SchemaForm schema : content.schemas()) {
            if (present.schema(schema.name()) == null) {
                dropEmptied(c, schema);
            } else if (schema.extension() != null) {
                copy(c, schema, present);
            }
        }
        for (DefaultPrivileges defaults : content.defaults()) {
            if (obstacles.of(defaults) == null) {
                DefaultPrivilegesCopy.onto(c, defaults);
            }
        }
        return present;
    }

    private void dropUnwanted(Connection c, ContentForm present) throws SQLException {
        for (ExtensionForm there : present.extensions()) {
            if (rights.superuser() && content.extension(there.name()) == null) {
                ExtensionCopy.drop(c, there.name());
            }
        }
        if (content.schema(SchemaForm.PUBLIC) == null
                && present.schema(SchemaForm.PUBLIC) != null
                && obstacles.ofNoPublic() == null) {
            SchemaCopy.drop(c, SchemaForm.PUBLIC);
        }
    }

    /** It was made for extensions that could not be created after all. */
    private void dropEmptied(Connection c, SchemaForm schema) throws SQLException {
        if (schema.extension() == null
                && obstacles.of(schema) == null
                && !schema.name().equals(SchemaForm.PUBLIC)) {
            SchemaCopy.drop(c, schema.name());
        }
    }
}
