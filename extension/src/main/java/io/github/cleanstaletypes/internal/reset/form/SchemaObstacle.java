package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm.UsualPublic;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a schema cannot be in a new database as it is in the old one. Stateless. */
final class SchemaObstacle {

    private static final String USUAL_COMMENT = "standard public schema";

    private SchemaObstacle() {}

    /** Why not, or null if it can. */
    static @Nullable String of(SchemaForm schema, @Nullable UsualPublic usual) {
        if (schema.extension() != null || (usual != null && isUsual(schema, usual))) {
            return null;
        }
        String owner = schema.access().owner();
        if (!RawText.exact(schema.name() + owner)) {
            return "its name or its owner's is no text in the encoding of the database";
        }
        if (schema.name().equals(SchemaForm.PUBLIC)) {
            String change = ofPublic(usual);
            if (change != null) {
                return change;
            }
        } else if (!schema.mayCreate()) {
            return "this role may not create schemas there: GRANT CREATE ON DATABASE";
        }
        return schema.mayOwn() ? null : "it belongs to " + owner + ", which this role cannot act as";
    }

    /** Why the schema public of a new database cannot be changed, or removed; null if it can. */
    static @Nullable String ofPublic(@Nullable UsualPublic usual) {
        return usual == null || usual.mayChange()
                ? null
                : "in a new database it belongs to " + usual.owner() + ", which this role cannot act as";
    }

    /** Whether the schema is what each new database has, so that nothing is to be done. */
    static boolean isUsual(SchemaForm schema, UsualPublic usual) {
        String owner = usual.owner();
        List<Grant> grants = new ArrayList<>(List.of(
                new Grant(owner, owner, "USAGE", false, true),
                new Grant(owner, owner, "CREATE", false, true),
                new Grant(owner, null, "USAGE", false, true)));
        if (usual.everybodyCreates()) {
            grants.add(new Grant(owner, null, "CREATE", false, true));
        }
        return schema.name().equals(SchemaForm.PUBLIC)
                && USUAL_COMMENT.equals(schema.comment())
                && schema.access().sameAs(new AccessList(owner, false, grants));
    }
}
