package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.FormRefusal.Kind;
import io.github.cleanstaletypes.internal.reset.form.value.AccessList;
import io.github.cleanstaletypes.internal.reset.form.value.DatabaseLocale;
import io.github.cleanstaletypes.internal.reset.form.value.Grant;
import io.github.cleanstaletypes.internal.reset.form.value.RoleSetting;
import io.github.cleanstaletypes.internal.reset.form.value.SecurityLabel;
import io.github.cleanstaletypes.internal.sql.RawText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes apart what all databases share of a form. Stateless. */
final class SharedParts {

    private static final String NO_TEXT =
            "it is no text in the encoding of the database from which it would be written";

    private SharedParts() {}

    static void add(DatabaseForm form, FormParts parts) {
        database(form, parts);
        locale(form.locale(), parts);
        access("", form.access(), parts);
        for (RoleSetting setting : form.settings()) {
            parts.part("setting " + setting, setting.value(), Kind.LISTED, setting.obstacle());
        }
        for (SecurityLabel label : form.labels()) {
            parts.part(
                    "security label of " + label.provider(),
                    label.label(),
                    Kind.LISTED,
                    "only its provider can set it: SECURITY LABEL FOR " + label.provider() + " ON DATABASE");
        }
    }

    private static void database(DatabaseForm form, FormParts parts) {
        String role = form.rights().role();
        parts.part(
                "owner",
                form.owner(),
                Kind.REFUSED,
                !RawText.exact(form.owner())
                        ? NO_TEXT
                        : form.rights().owner()
                                ? null
                                : "%s cannot make a database for %s: it has to be a role that %s can act as, and SET ROLE to"
                                        .formatted(role, form.owner(), role));
        String tablespace = form.tablespace();
        parts.part(
                "tablespace",
                tablespace,
                Kind.REFUSED,
                form.rights().tablespace()
                        ? null
                        : "%s may not make anything in %s: GRANT CREATE ON TABLESPACE".formatted(role, tablespace));
        parts.part("encoding", form.encoding());
        parts.part("connection limit", form.connectionLimit());
        parts.part("whether it is a template", form.template());
        parts.part("comment", form.comment(), Kind.LISTED, noText(form.comment()));
    }

    private static void locale(DatabaseLocale locale, FormParts parts) {
        parts.part("provider of the locale", locale.provider());
        parts.part("LC_COLLATE", locale.collate());
        parts.part("LC_CTYPE", locale.ctype());
        parts.part("locale", locale.comparable());
        parts.part("rules of the locale", locale.rules());
        parts.part("version of the collation", locale.version());
        String fresh = locale.freshVersion();
        if (locale.version() != null && fresh != null && !fresh.equals(locale.version())) {
            parts.note(
                    Kind.LISTED,
                    "version of the collation",
                    "it is %s, and the machine sorts by %s by now, which is right for an empty database"
                            .formatted(locale.version(), fresh));
        }
    }

    /**
     * The privileges on something; each of them is a part, and so is whether anybody has ever changed them.
     *
     * @param topic the schema, or an empty text for the database, whose privileges are topics by themselves
     */
    static void access(String topic, AccessList access, FormParts parts) {
        String of = topic.isEmpty() ? "the database" : topic;
        String changed = "whether privileges on " + of + " were changed";
        parts.part(topic.isEmpty() ? changed : topic, changed, !access.untouched());
        List<Grant> repeatable = access.repeatable();
        for (Grant grant : access.grants()) {
            String grantee = grant.grantee() == null ? "everybody" : "role " + grant.grantee();
            String what = "%s on %s of %s, given by %s".formatted(grant.privilege(), of, grantee, grant.grantor());
            String value = grant.grantable() ? "to give on" : "to have";
            parts.part(topic.isEmpty() ? what : topic, what, value);
            if (!repeatable.contains(grant) && !parts.leaves(topic)) {
                parts.leave(what, Kind.LISTED, inTheNameOf(grant));
            }
        }
    }

    private static String inTheNameOf(Grant grant) {
        return "this role cannot give it in the name of " + grant.grantor();
    }

    static @Nullable String noText(@Nullable String text) {
        return text == null || RawText.exact(text) ? null : NO_TEXT;
    }
}
