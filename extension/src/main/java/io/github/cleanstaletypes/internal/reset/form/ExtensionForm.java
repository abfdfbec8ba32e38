package io.github.cleanstaletypes.internal.reset.form;

import java.util.List;
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
 * @param obstacle why this role cannot install it, or null if it can
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
        @Nullable String obstacle) {
    public ExtensionForm {
        after = List.copyOf(after);
        available = List.copyOf(available);
        tables = List.copyOf(tables);
    }
}
