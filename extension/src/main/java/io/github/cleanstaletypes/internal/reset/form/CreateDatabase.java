package io.github.cleanstaletypes.internal.reset.form;

import io.github.cleanstaletypes.internal.reset.form.ddl.ServerWritten;
import io.github.cleanstaletypes.internal.reset.form.value.DatabaseLocale;

/** Writes the statement that makes an empty database of a form. Stateless. */
final class CreateDatabase {

    private CreateDatabase() {}

    /**
     * From template0, the only template that fits every encoding and locale. No version of the collation is given, so that the server
     * records the one that it sorts by: in an empty database nothing is sorted by another one.
     *
     * @param version the server's major version
     */
    static ServerWritten statement(String newName, DatabaseForm form, int version) {
        DatabaseLocale locale = form.locale();
        ServerWritten statement = new ServerWritten("create_database")
                .words("CREATE DATABASE ")
                .name(newName)
                .words(" TEMPLATE template0 OWNER ")
                .name(form.owner())
                .words(" ENCODING ")
                .text(form.encoding())
                .words(" LC_COLLATE ")
                .text(locale.collate())
                .words(" LC_CTYPE ")
                .text(locale.ctype());
        if (version >= 15) {
            provider(statement, locale);
        }
        if (form.tablespace() != null) {
            statement.words(" TABLESPACE ").name(form.tablespace());
        }
        if (form.rights().superuser()) {
            // superusers alone, until all is in it
            statement.words(" CONNECTION LIMIT 0");
        }
        return form.access().untouched() ? statement : statement.words(" ALLOW_CONNECTIONS false");
    }

    private static void provider(ServerWritten statement, DatabaseLocale locale) {
        boolean icu = locale.provider().equals("i");
        boolean builtin = locale.provider().equals("b");
        statement.words(" LOCALE_PROVIDER " + (icu ? "icu" : builtin ? "builtin" : "libc"));
        if (locale.locale() != null) {
            statement.words(builtin ? " BUILTIN_LOCALE " : " ICU_LOCALE ").text(locale.locale());
        }
        if (locale.rules() != null) {
            statement.words(" ICU_RULES ").text(locale.rules());
        }
    }
}
