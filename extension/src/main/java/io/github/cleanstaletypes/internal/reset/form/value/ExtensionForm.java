package io.github.cleanstaletypes.internal.reset.form.value;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An extension of a database. Immutable.
 *
 * @param name its name
 * @param schema the schema that it is in
 * @param version its version
 * @param owner whose it is
 * @param after the extensions that must be there before it
 * @param available the versions that this server can install
 * @param tables its tables that hold rows of its users
 * @param comment its comment, or null
 * @param creator who can create it again
 */
public record ExtensionForm(
        String name,
        String schema,
        String version,
        String owner,
        List<String> after,
        List<String> available,
        List<String> tables,
        @Nullable String comment,
        Creator creator) {

    /** The one that each new database has. */
    public static final String EVERYWHERE = "plpgsql";

    /** Who can create an extension in the new database. */
    public enum Creator {
        /** It is in each new database. */
        USUAL,
        /** This role, which owned it already. */
        OWNER,
        /** This role in the name of its owner. */
        AS_OWNER,
        /** This role, which owns it then. */
        ANOTHER,
        /** Nobody that this role can act as. */
        NOBODY
    }

    public ExtensionForm {
        after = List.copyOf(after);
        available = List.copyOf(available);
        tables = List.copyOf(tables);
    }

    public static ExtensionForm read(ResultRow row, boolean superuser) throws SQLException {
        return new ExtensionForm(
                row.getString("name"),
                row.getString("schema"),
                row.getString("version"),
                row.getString("owner"),
                SqlBatch.texts(row, "after"),
                SqlBatch.texts(row, "available"),
                SqlBatch.texts(row, "tables"),
                row.getString("comment"),
                creator(row, superuser || (row.getBoolean("trusted") && row.getBoolean("may_create"))));
    }

    private static Creator creator(ResultRow row, boolean may) throws SQLException {
        if (row.getBoolean("usual")) {
            return Creator.USUAL;
        }
        if (may && row.getBoolean("mine")) {
            return Creator.OWNER;
        }
        return row.getBoolean("owner_may") ? Creator.AS_OWNER : may ? Creator.ANOTHER : Creator.NOBODY;
    }

    /** Whether it is the same in the catalog. */
    public boolean sameAs(ExtensionForm other) {
        return version.equals(other.version)
                && schema.equals(other.schema)
                && owner.equals(other.owner)
                && Objects.equals(comment, other.comment);
    }
}
