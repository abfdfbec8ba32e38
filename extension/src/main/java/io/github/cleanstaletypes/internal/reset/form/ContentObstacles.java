package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.DatabaseForm.Rights;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm.Creator;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm.UsualPublic;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what of the form within a database cannot be carried over, and why. Immutable. */
final class ContentObstacles {

    private final ContentForm content;
    private final Rights rights;
    private final Map<String, String> schemas = new HashMap<>();
    private final Map<String, String> extensions = new LinkedHashMap<>();

    ContentObstacles(ContentForm content, Rights rights) {
        this.content = content;
        this.rights = rights;
        for (SchemaForm schema : content.schemas()) {
            String why = SchemaObstacle.of(schema, content.usual());
            if (why != null) {
                schemas.put(schema.name(), why);
            }
        }
        ExtensionOrder.of(content).forEach(this::look);
    }

    private void look(ExtensionForm extension) {
        String why = why(extension);
        if (why != null) {
            extensions.put(extension.name(), why);
        }
    }

    private @Nullable String why(ExtensionForm extension) {
        if (extension.creator() == Creator.USUAL) {
            return null;
        }
        if (extension.creator() == Creator.NOBODY) {
            return "only a superuser can create it";
        }
        if (extension.name().equals(ExtensionForm.EVERYWHERE) && !rights.superuser()) {
            return "each new database has one of a superuser, and only a superuser can replace it";
        }
        if (schemas.containsKey(extension.schema()) && !extension.schema().equals(SchemaForm.PUBLIC)) {
            return "its schema " + extension.schema() + " cannot be made";
        }
        return extension.after().stream()
                .filter(extensions::containsKey)
                .findFirst()
                .map(other -> "it needs " + other)
                .orElse(null);
    }

    @Nullable
    String of(SchemaForm schema) {
        return schemas.get(schema.name());
    }

    @Nullable
    String of(ExtensionForm extension) {
        return extensions.get(extension.name());
    }

    /** Whether nothing will be in it, since what the old one holds is left out; then it is not made, and needs no word of its own. */
    boolean empties(SchemaForm schema) {
        return schema.extension() == null
                && !schema.name().equals(SchemaForm.PUBLIC)
                && content.extensions().stream()
                        .filter(extension -> extension.schema().equals(schema.name()))
                        .allMatch(extension -> extensions.containsKey(extension.name()));
    }

    /** Why the schema public of the new database cannot be removed, or null if it can, or there is one in the old. */
    @Nullable
    String ofNoPublic() {
        UsualPublic usual = content.usual();
        return content.schema(SchemaForm.PUBLIC) == null ? SchemaObstacle.ofPublic(usual) : null;
    }

    @Nullable
    String of(DefaultPrivileges defaults) {
        if (!defaults.known()) {
            return "what kind of objects they are for is not known to this program";
        }
        if (!defaults.mayChange()) {
            return "this role cannot act as " + defaults.role();
        }
        if (defaults.access().repeatable().size() < defaults.access().grants().size()) {
            return "a name in them is no text in the encoding of the database";
        }
        String schema = defaults.schema();
        if (schema == null) {
            return null;
        }
        SchemaForm there = content.schema(schema);
        if (there == null || empties(there)) {
            return "the schema is not made: what makes it again has to give them again";
        }
        return defaults.mayUseSchema()
                ? schemas.get(schema)
                : defaults.role() + " may not create anything in that schema by now, and the server demands that";
    }
}
