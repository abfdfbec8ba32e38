package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A URL in one of the forms that people have in {@code DATABASE_URL}. */
final class DatabaseUrl {

    /** What tells how to mend a password that was written into a URL as it is. */
    static final String PERCENT_ENCODE =
            "percent-encode special characters of the user name and the password (@ %40, / %2F, : %3A, ? %3F, # %23, %"
                    + " %25)";

    private static final String JDBC = "jdbc:postgresql:";
    private static final Set<String> SCHEMES = Set.of("postgres", "postgresql", "pgsql", "postgis");
    private static final Pattern URL = Pattern.compile("((?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    /** What others have in such a variable. Any other beginning may rather be a user's name, or a password. */
    private static final Pattern OTHER_SCHEME =
            Pattern.compile("(?:jdbc:)?(?:cockroachdb|db2|file|h2|https?|mariadb|mongodb"
                    + "|mssql|mysql2?|oracle|redis|sqlite3?|sqlserver|tc|tcp|unix)"
                    + "|postgres(?:ql)?\\+(?:asyncpg|pg8000|psycopg(?:2|2cffi|_async)?|ssh)");

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private DatabaseUrl() {}

    static Parameters parse(Setting setting) {
        String text = setting.value().strip();
        if (text.isEmpty()) {
            throw setting.problem("is empty; write postgresql://USER@HOST:5432/DATABASE");
        }
        if (CONTROL.matcher(text).find()) {
            throw setting.problem("a control character or line break; percent-encode it");
        }
        if (text.startsWith(JDBC)) {
            return new JdbcUrl(setting, text.substring(JDBC.length())).parse();
        }
        Matcher url = URL.matcher(text);
        if (!url.matches() || !(url.group(2).startsWith("//") || url.group(1).startsWith("jdbc:"))) {
            throw setting.problem("is no URL; write postgresql://USER@HOST:5432/DATABASE, without quotes");
        }
        String scheme = url.group(1);
        if (!SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
            boolean familiar =
                    OTHER_SCHEME.matcher(scheme.toLowerCase(Locale.ROOT)).matches();
            throw setting.problem("unknown scheme" + (familiar ? " \"" + scheme + "\"" : "")
                    + "; write postgresql://USER@HOST:5432/DATABASE");
        }
        if (text.indexOf(' ') >= 0) {
            throw setting.problem("a blank; percent-encode it as %20");
        }
        return new LibpqUrl(setting, url.group(2).substring(2)).parse();
    }
}
