package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects from one URL what is written for other programs, and says it in libpq's words once the URL has been read. */
final class ForeignParameters {

    /** What a TLS parameter of any program can say, and libpq's word for it. */
    private static final Map<String, String> TLS = Map.ofEntries(
            Map.entry("", "require"),
            Map.entry("true", "require"),
            Map.entry("1", "require"),
            Map.entry("yes", "require"),
            Map.entry("require", "require"),
            Map.entry("no-verify", "require"),
            Map.entry("tunnel", "require"),
            Map.entry("false", "disable"),
            Map.entry("0", "disable"),
            Map.entry("no", "disable"),
            Map.entry("disable", "disable"),
            Map.entry("allow", "allow"),
            Map.entry("prefer", "prefer"),
            Map.entry("verify-ca", "verify-ca"),
            Map.entry("verify_ca", "verify-ca"),
            Map.entry("verify-full", "verify-full"),
            Map.entry("verify_full", "verify-full"));

    private static final Pattern PLAIN_NAME = Pattern.compile("[a-z_][a-z0-9_$]*");

    private final Parameters parameters;
    private final List<Setting> options = new ArrayList<>();
    private @Nullable Setting tls;
    private boolean prisma;

    ForeignParameters(Parameters parameters) {
        this.parameters = parameters;
    }

    /** Takes one. */
    void take(ForeignParameter parameter, String name, Setting value) {
        switch (parameter.meaning()) {
            case NOTHING -> passOver(name);
            case SCHEMA -> schema(value);
            case SEARCH_PATH -> searchPath(value);
            case SERVER_SETTING -> option(name.toLowerCase(Locale.ROOT), value);
            case TLS -> tls(name, value);
            case REFUSED -> throw value.problem("the parameter \"" + name + "\" " + parameter.detail());
        }
    }

    private void passOver(String name) {
        prisma |= name.equals("connection_limit") || name.equals("pgbouncer") || name.equals("pool_timeout");
        parameters.passOver(name);
    }

    private void schema(Setting value) {
        prisma = true;
        String name = value.value();
        searchPath(PLAIN_NAME.matcher(name).matches() ? value : value.part('"' + name.replace("\"", "\"\"") + '"'));
    }

    private void searchPath(Setting path) {
        // what a path has anyway, for which no pooler need be asked
        if (!path.value().isEmpty() && !path.value().equals("public")) {
            option("search_path", path);
        }
    }

    private void tls(String name, Setting value) {
        String word = value.value().toLowerCase(Locale.ROOT);
        if (name.equalsIgnoreCase("sslaccept")) {
            prisma = true;
            if (word.equals("strict")) {
                throw value.problem("the parameter \"" + name + "\" has the server's certificate checked; write"
                        + " sslmode=verify-full with sslrootcert=system, or with the file of the certificate");
            }
            parameters.passOver(name);
            return;
        }
        String mode = TLS.get(word);
        if (mode == null) {
            throw value.bad(name, "write sslmode with disable, allow, prefer, require, verify-ca or verify-full");
        }
        tls = value.part(mode);
    }

    /** Adds what was taken; libpq's own words for the same count more. */
    void finish() {
        if (prisma && parameters.has(Keyword.SSLCERT) && !parameters.has(Keyword.SSLKEY)) {
            throw parameters
                    .required(Keyword.SSLCERT)
                    .problem("Prisma's \"sslcert\" is what libpq calls sslrootcert; write"
                            + " sslrootcert=FILE with sslmode=verify-full");
        }
        if (tls != null
                && !parameters.has(Keyword.SSLMODE)
                && parameters.driverProperties().get(DriverProperties.SSL_MODE) == null) {
            parameters.put(Keyword.SSLMODE, tls);
        }
        options.forEach(parameters::addOption);
    }

    /** As a command line of the server's, on which a backslash keeps a blank from ending an argument. */
    private void option(String setting, Setting value) {
        options.add(value.part("-c " + setting + "=" + value.value().replaceAll("([\\\\\\s])", "\\\\$1")));
    }
}
