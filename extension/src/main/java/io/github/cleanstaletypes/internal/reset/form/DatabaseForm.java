package io.github.cleanstaletypes.internal.reset.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a new database has from the one whose place it takes; it holds no content. Immutable.
 *
 * @param owner whose it is
 * @param encoding such as {@code UTF8}
 * @param locale how it sorts
 * @param tablespace where its files are, or null for where those of template0 are
 * @param connectionLimit how many sessions it lets in, -1 for any number
 * @param template whether everybody may copy it
 * @param comment its comment, or null
 * @param access its privileges
 * @param settings what sessions in it begin with, in the order of the catalog
 * @param labels the providers of security labels on it
 * @param schemas those of its schemas that are form
 * @param extensions its extensions, each after those that it needs
 * @param defaults what new objects begin with
 * @param rights what this role may do
 */
public record DatabaseForm(
        String owner,
        String encoding,
        DatabaseLocale locale,
        @Nullable String tablespace,
        int connectionLimit,
        boolean template,
        @Nullable String comment,
        AccessList access,
        List<RoleSetting> settings,
        List<String> labels,
        List<SchemaForm> schemas,
        List<ExtensionForm> extensions,
        List<DefaultPrivileges> defaults,
        Rights rights) {
    public DatabaseForm {
        settings = List.copyOf(settings);
        labels = List.copyOf(labels);
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        defaults = List.copyOf(defaults);
    }

    /**
     * What the role that reads a form may do.
     *
     * @param role its name
     * @param superuser whether it may do everything
     * @param owner whether it can make a database for the owner
     * @param tablespace whether it can make one in the tablespace
     */
    public record Rights(String role, boolean superuser, boolean owner, boolean tablespace) {}
}
