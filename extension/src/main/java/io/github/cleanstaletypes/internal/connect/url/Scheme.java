package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a URL is read whose scheme leads to PostgreSQL, in whatever program's spelling. */
enum Scheme {
    /** {@code //user:password@host:port/database?name=value} follows. */
    LIBPQ("postgres|postgresql|pgsql|postgis|pgx[45]?|timescale|timescalegis|ecto"
            // SQLAlchemy's drivers
            + "|postgres(?:ql)?\\+(?:aiopg|asyncpg|pg8000|psycopg|psycopg2|psycopg2cffi|psycopg_async|pygresql)"
            // drivers of Spring and Quarkus that do not block
            + "|r2dbc:(?:pool:)?postgres(?:ql)?|vertx-reactive:postgres(?:ql)?"),
    /** {@code //host:port/database?name=value} follows, with the driver's own names. */
    JDBC("jdbc:(?:aws-wrapper:|log4jdbc:|otel:|p6spy:)?(?:postgresql|pgsql|edb)");

    /** Everything up to the colon before the address. */
    private static final Pattern BEGINNING = Pattern.compile(
            "((?:(?:jdbc|r2dbc|vertx-reactive|prisma|pool|tc|aws-wrapper|log4jdbc|otel|p6spy):)*"
                    + "[A-Za-z][A-Za-z0-9+._-]*):(.*)",
            Pattern.DOTALL);

    /** What others have in such a variable. Any other beginning may rather be a user's name, or a password. */
    private static final Pattern FAMILIAR = Pattern.compile("(?:jdbc:)?(?:db2|file|h2|mariadb|mongodb(?:\\+srv)?"
            + "|mssql|mysql2?|oracle|redis|sqlite3?|sqlserver|tcp)");

    private static final Map<Pattern, String> ELSEWHERE = Map.of(
            Pattern.compile("(?:jdbc|r2dbc):tc:.*"),
            "names a container that is started for the program that connects, so there is nothing yet that could be"
                    + " cleaned; give the URL that a running container says (getJdbcUrl()), or use @CleanStaleTypes in"
                    + " the test",
            Pattern.compile("prisma(?:\\+postgres)?"),
            "leads to a proxy of Prisma's, which speaks a protocol of its own; give the URL of the server itself, as"
                    + " in Prisma's directUrl",
            Pattern.compile("(?:jdbc:)?(?:cockroach(?:db)?|crdb-postgres|redshift|yugabytedb|ysql)(?:\\+\\w+)?"),
            "leads to a server that is not PostgreSQL, and has other catalogs",
            Pattern.compile("https?"),
            "is the address of a web page or an API; give the connection string of the database",
            Pattern.compile("socket|unix|postgres(?:ql)?\\+unix"),
            "is a Unix-domain socket, which the JDBC driver cannot use; write postgresql://USER@localhost/DATABASE",
            Pattern.compile("postgres(?:ql)?\\+ssh"),
            "is a tunnel, which is not opened here; open it, and give its local end");

    private final Pattern names;

    Scheme(String names) {
        this.names = Pattern.compile(names);
    }

    /**
     * A scheme, and what follows its colon.
     *
     * @param rest with the slashes
     */
    record Split(Scheme scheme, String rest) {}

    /** Splits a URL; refuses one that leads elsewhere with the way out, and shows its scheme only if it is no secret. */
    static Split of(Setting url, String text) {
        Matcher parts = BEGINNING.matcher(text);
        if (!parts.matches()) {
            throw noUrl(url);
        }
        String name = parts.group(1);
        String rest = parts.group(2);
        String lower = name.toLowerCase(Locale.ROOT);
        if (JDBC.names.matcher(lower).matches()) {
            return new Split(JDBC, rest);
        }
        String elsewhere = elsewhere(lower);
        if (elsewhere != null) {
            throw url.problem("\"" + name + ":\" " + elsewhere);
        }
        if (!rest.startsWith("//") && !lower.startsWith("jdbc:")) {
            throw noUrl(url);
        }
        if (!LIBPQ.names.matcher(lower).matches()) {
            boolean familiar = FAMILIAR.matcher(lower).matches();
            throw url.problem("unknown scheme" + (familiar ? " \"" + name + "\"" : "") + "; write " + DatabaseUrl.FORM);
        }
        return new Split(LIBPQ, rest);
    }

    private static @Nullable String elsewhere(String name) {
        return ELSEWHERE.entrySet().stream()
                .filter(kind -> kind.getKey().matcher(name).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static SettingsException noUrl(Setting url) {
        return url.problem("is no URL; write " + DatabaseUrl.FORM + ", without quotes");
    }
}
