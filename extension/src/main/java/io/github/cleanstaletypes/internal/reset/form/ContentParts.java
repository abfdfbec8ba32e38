package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.FormRefusal.Kind;
import io.github.cleanstaletypes.internal.reset.form.value.ContentForm;
import io.github.cleanstaletypes.internal.reset.form.value.DefaultPrivileges;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm;
import io.github.cleanstaletypes.internal.reset.form.value.ExtensionForm.Creator;
import io.github.cleanstaletypes.internal.reset.form.value.SchemaForm;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes apart what of a form is in the database itself. Not thread-safe. */
final class ContentParts {

    private final DatabaseForm form;
    private final ContentForm content;
    private final ContentObstacles obstacles;
    private final FormParts parts;

    ContentParts(DatabaseForm form, FormParts parts) {
        this.form = form;
        this.content = form.content();
        this.obstacles = new ContentObstacles(content, form.rights());
        this.parts = parts;
    }

    void add() {
        content.schemas().forEach(this::schema);
        if (content.schema(SchemaForm.PUBLIC) == null) {
            absent("schema " + SchemaForm.PUBLIC, obstacles.ofNoPublic());
        }
        content.extensions().forEach(this::extension);
        if (content.extension(ExtensionForm.EVERYWHERE) == null) {
            absent(
                    "extension " + ExtensionForm.EVERYWHERE,
                    form.rights().superuser() ? null : "each new database has it, and only a superuser can remove it");
        }
        content.defaults().forEach(this::defaults);
    }

    private void absent(String what, @Nullable String obstacle) {
        if (obstacle != null) {
            parts.leave(what, Kind.LISTED, obstacle);
        }
    }

    private void schema(SchemaForm schema) {
        String what = "schema " + schema.name();
        String comment = "comment of " + what;
        parts.part(what, schema.access().owner(), Kind.LISTED, obstacles.of(schema));
        parts.part(what, comment, schema.comment());
        parts.leave(comment, Kind.LISTED, SharedParts.noText(schema.comment()));
        if (obstacles.empties(schema)) {
            parts.leave(what);
        }
        SharedParts.access(what, schema.access(), parts);
    }

    private void extension(ExtensionForm extension) {
        String what = "extension " + extension.name();
        String value = extension.version() + " in " + extension.schema();
        String obstacle = obstacles.of(extension);
        if (!extension.available().contains(extension.version())) {
            parts.part(what, value, Kind.REFUSED, missing(extension));
        } else {
            parts.part(what, value, Kind.LISTED, obstacle);
        }
        String comment = "comment of " + what;
        parts.part(what, comment, extension.comment());
        parts.leave(comment, Kind.LISTED, SharedParts.noText(extension.comment()));
        String owner = "owner of " + what;
        parts.part(what, owner, extension.owner());
        boolean there = obstacle == null;
        if (there && extension.creator() == Creator.ANOTHER) {
            parts.leave(
                    owner,
                    Kind.LISTED,
                    "%s cannot create it for %s, and will own it itself"
                            .formatted(form.rights().role(), extension.owner()));
        }
        if (there && !extension.tables().isEmpty()) {
            parts.note(
                    Kind.LISTED,
                    what,
                    "rows that its users have put into its own tables are content (it has %d such tables)"
                            .formatted(extension.tables().size()));
        }
    }

    private static String missing(ExtensionForm extension) {
        return extension.available().isEmpty()
                ? "it is not installed on the server's machine any more"
                : "version %s is not installed on the server's machine any more; there are %s: ALTER EXTENSION … UPDATE first"
                        .formatted(extension.version(), String.join(", ", extension.available()));
    }

    private void defaults(DefaultPrivileges defaults) {
        List<String> grants = defaults.access().grants().stream()
                .map(grant -> grant.privilege() + (grant.grantable() ? "*" : "") + " of " + grant.grantee() + " by "
                        + grant.grantor())
                .sorted()
                .toList();
        parts.part(
                "default privileges of %s on %s%s"
                        .formatted(
                                defaults.role(),
                                defaults.kind().toLowerCase(Locale.ROOT),
                                defaults.schema() == null ? "" : " in schema " + defaults.schema()),
                grants,
                Kind.LISTED,
                RawText.exact(defaults.role()) ? obstacles.of(defaults) : SharedParts.noText(defaults.role()));
    }
}
