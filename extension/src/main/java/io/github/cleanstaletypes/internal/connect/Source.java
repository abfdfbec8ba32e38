package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.Variables;
import io.github.cleanstaletypes.internal.connect.url.DatabaseUrl;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first place where a database is named.
 *
 * @param name what {@link ConnectionSettings#source()} calls it: the option, or the variable that was found set
 * @param parameters what it gives
 * @param howToName what names the database in this source
 */
record Source(String name, Parameters parameters, String howToName) {

    static final String OPTION = "--database-url";

    /** The option's variable. */
    private static final String OWN_VARIABLE = "CLEAN_STALE_TYPES_DATABASE_URL";

    private static final String SPRING = "SPRING_DATASOURCE";

    private static final String NOTHING = "no database given; set one of, first wins:"
            + " --database-url postgresql://app@db.example:5432/app,"
            + " DATABASE_URL=postgresql://app@db.example:5432/app,"
            + " SPRING_DATASOURCE_URL=jdbc:postgresql://db.example:5432/app with SPRING_DATASOURCE_USERNAME=app,"
            + " PGSERVICE=app or PGHOST=db.example with PGDATABASE=app and PGUSER=app,"
            + " POSTGRES_HOST=db.example with POSTGRES_DB=app and POSTGRES_USER=app,"
            + " DB_HOST=db.example with DB_NAME=app and DB_USER=app;"
            + " each variable also as …_FILE, the password in PGPASSWORD, POSTGRES_PASSWORD, DB_PASSWORD or ~/.pgpass";

    static Source first(@Nullable String option, Variables variables) {
        return find(option, variables).orElseThrow(() -> new SettingsException(NOTHING));
    }

    /** Empty if nothing names a database. */
    static Optional<Source> find(@Nullable String option, Variables variables) {
        if (option != null) {
            return Optional.of(url(new Setting(option, OPTION)));
        }
        Setting url = variables.first(OWN_VARIABLE, "DATABASE_URL");
        if (url != null) {
            return Optional.of(url(url));
        }
        Setting spring = variables.get(SPRING + "_URL");
        if (spring != null) {
            Source source = url(spring);
            source.parameters()
                    .fillFrom(new Parameters()
                            .put(Keyword.USER, variables.get(SPRING + "_USERNAME"))
                            .put(Keyword.PASSWORD, variables.get(SPRING + "_PASSWORD")));
            return Optional.of(source);
        }
        Setting libpq = variables.first("PGSERVICE", "PGHOST", "PGHOSTADDR", "PGDATABASE", "PGPORT", "PGUSER");
        if (libpq != null) {
            return Optional.of(new Source(libpq.origin(), new Parameters(), "set PGDATABASE"));
        }
        // a host decides; without one: the variables of the server's own container image, a database on this machine
        for (String[] names : new String[][] {
            {"POSTGRES_HOST"},
            {"DB_HOST"},
            {"POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD"},
            {"DB_NAME", "DB_USER", "DB_PASSWORD"}
        }) {
            Setting found = variables.first(names);
            if (found != null) {
                return Optional.of(
                        names[0].startsWith("DB_")
                                ? family(found, "DB", "DB_NAME", variables)
                                : family(found, "POSTGRES", "POSTGRES_DB", variables));
            }
        }
        return Optional.empty();
    }

    static Source url(Setting url) {
        Parameters parameters = DatabaseUrl.parse(url);
        boolean jdbc = url.value().strip().startsWith("jdbc:");
        return new Source(
                url.origin(),
                parameters,
                "write " + (jdbc ? "jdbc:postgresql://HOST:5432/DATABASE" : DatabaseUrl.FORM));
    }

    private static Source family(Setting found, String prefix, String databaseVariable, Variables variables) {
        Parameters parameters = new Parameters()
                .put(Keyword.HOST, variables.get(prefix + "_HOST"))
                .put(Keyword.PORT, variables.get(prefix + "_PORT"))
                .put(Keyword.DBNAME, variables.get(databaseVariable))
                .put(Keyword.USER, variables.get(prefix + "_USER"))
                .put(Keyword.PASSWORD, variables.get(prefix + "_PASSWORD"));
        return new Source(found.origin(), parameters, "set " + databaseVariable);
    }

    SettingsException lacks(String what, String remedy) {
        return new SettingsException(name + ": no " + what + "; " + remedy);
    }
}
