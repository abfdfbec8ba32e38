package io.github.cleanstaletypes.internal.reset.form.value;

import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm.UsualPublic;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a database's form stands in the database itself. Immutable.
 *
 * @param schemas the schema public, if there is one, and those that hold extensions
 * @param extensions its extensions, by name
 * @param defaults what new objects of roles begin with
 * @param usual what the schema public is like where nobody has changed it, or null if that is not known
 */
public record ContentForm(
        List<SchemaForm> schemas,
        List<ExtensionForm> extensions,
        List<DefaultPrivileges> defaults,
        @Nullable UsualPublic usual) {

    /** Nothing that was read. */
    public static final ContentForm NONE = new ContentForm(List.of(), List.of(), List.of(), null);

    public ContentForm {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        defaults = List.copyOf(defaults);
    }

    @Nullable
    public SchemaForm schema(String name) {
        return schemas.stream()
                .filter(schema -> schema.name().equals(name))
                .findAny()
                .orElse(null);
    }

    @Nullable
    public ExtensionForm extension(String name) {
        return extensions.stream()
                .filter(extension -> extension.name().equals(name))
                .findAny()
                .orElse(null);
    }
}
