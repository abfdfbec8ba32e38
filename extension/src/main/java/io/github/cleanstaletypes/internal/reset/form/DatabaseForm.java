package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DatabaseLocale;
import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.reset.form.value.SecurityLabel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a new database has from the one whose place it takes, but for what is in it by somebody's migrations. Immutable.
 *
 * @param owner whose it is
 * @param encoding such as {@code UTF8}
 * @param locale how it sorts
 * @param tablespace where its files are, or null for where those of template0 are
 * @param connectionLimit how many sessions it lets in, -1 for any number
 * @param template whether everybody who may make databases may copy it
 * @param comment its comment, or null
 * @param access its privileges
 * @param settings what sessions in it begin with, in the order of the catalog
 * @param labels the security labels on it
 * @param content extensions, their schemas, and default privileges
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
        List<SecurityLabel> labels,
        ContentForm content,
        Rights rights) {
    public DatabaseForm {
        settings = List.copyOf(settings);
        labels = List.copyOf(labels);
    }

    /** Its extensions. */
    public List<ExtensionForm> extensions() {
        return content.extensions();
    }

    /** What new objects of roles begin with in it. */
    public List<DefaultPrivileges> defaults() {
        return content.defaults();
    }

    /** The same as an empty database should be. */
    DatabaseForm fresh() {
        return new DatabaseForm(
                owner,
                encoding,
                locale.fresh(),
                tablespace,
                connectionLimit,
                template,
                comment,
                access,
                settings,
                labels,
                content,
                rights);
    }

    /** The same with what was found out later. */
    DatabaseForm with(List<RoleSetting> tried, ContentForm read) {
        return new DatabaseForm(
                owner,
                encoding,
                locale,
                tablespace,
                connectionLimit,
                template,
                comment,
                access,
                tried,
                labels,
                read,
                rights);
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
