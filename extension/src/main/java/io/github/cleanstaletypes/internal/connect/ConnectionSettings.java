package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.libpq.ServiceFile;
import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Environment;
import io.github.cleanstaletypes.internal.connect.setting.Host;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Secrets;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import io.github.cleanstaletypes.internal.connect.setting.Timeouts;
import io.github.cleanstaletypes.internal.connect.setting.Variables;
import io.github.cleanstaletypes.internal.sql.OneLine;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Which database to connect to, and how.
 *
 * <p>The first of these that is set names it; each variable can be replaced by its twin {@code …_FILE}, the path of a
 * file with the value:
 *
 * <ol>
 *   <li>the option {@code --database-url}, or its variable {@code CLEAN_STALE_TYPES_DATABASE_URL};
 *   <li>{@code DATABASE_URL}: {@code postgresql://user:password@host:5432/database?name=value}, or a {@code
 *       jdbc:postgresql:} URL, also as other programs write them;
 *   <li>{@code SPRING_DATASOURCE_URL}, with {@code SPRING_DATASOURCE_USERNAME} and {@code _PASSWORD};
 *   <li>libpq's variables, if one of {@code PGSERVICE}, {@code PGHOST}, {@code PGHOSTADDR}, {@code PGDATABASE}, {@code
 *       PGPORT} and {@code PGUSER} is set;
 *   <li>{@code POSTGRES_HOST}, with {@code POSTGRES_PORT}, {@code _DB}, {@code _USER} and {@code _PASSWORD};
 *   <li>{@code DB_HOST}, with {@code DB_PORT}, {@code _NAME}, {@code _USER} and {@code _PASSWORD};
 *   <li>{@code POSTGRES_DB}, {@code POSTGRES_USER} or {@code POSTGRES_PASSWORD} without a host, as in the environment of
 *       the server's own container; then {@code DB_NAME}, {@code DB_USER} or {@code DB_PASSWORD}; on localhost.
 * </ol>
 *
 * <p>What that leaves open is filled as in libpq: from the service, libpq's variables, the password file, then the
 * defaults: localhost, 5432, the user of the operating system. Only the database has no default: libpq would take the
 * user's name, and a tool that removes things must not guess.
 *
 * <p>Immutable, can be shared between threads. No text of it holds the password.
 */
public final class ConnectionSettings {

    private final String source;
    private final List<Host> hosts;
    private final String database;
    private final Credentials credentials;
    private final @Nullable String password;
    private final DriverProperties properties;
    private final Secrets secrets;
    private final List<String> passedOver;

    private ConnectionSettings(
            String source,
            List<Host> hosts,
            String database,
            Credentials credentials,
            DriverProperties properties,
            Secrets secrets,
            List<String> passedOver) {
        this.source = source;
        this.hosts = hosts;
        this.database = database;
        this.credentials = credentials;
        this.password = credentials.passwordFor(hosts, database);
        this.properties = properties;
        this.secrets = secrets;
        this.passedOver = passedOver;
    }

    /**
     * Reads the settings; connects to nothing.
     *
     * @param databaseUrlOption the value of {@code --database-url}, or null without that option
     * @throws SettingsException if no source is set, or what is set is wrong
     */
    public static ConnectionSettings resolve(@Nullable String databaseUrlOption, Environment environment) {
        Secrets secrets = new Secrets();
        Variables variables = variables(databaseUrlOption, environment, secrets);
        return resolve(Source.first(databaseUrlOption, variables), variables, secrets);
    }

    /**
     * Reads the URL that was given by an option of another name; connects to nothing.
     *
     * @throws SettingsException if it is wrong
     */
    public static ConnectionSettings ofUrl(String option, String url, Environment environment) {
        Secrets secrets = new Secrets();
        Variables variables = variables(url, environment, secrets);
        return resolve(Source.url(new Setting(url, option)), variables, secrets);
    }

    private static Variables variables(@Nullable String url, Environment environment, Secrets secrets) {
        secrets.learnFrom(environment);
        if (url != null) {
            secrets.learnFrom(url);
        }
        return new Variables(secrets.watching(environment));
    }

    private static ConnectionSettings resolve(Source source, Variables variables, Secrets secrets) {
        Environment environment = variables.environment();
        Parameters parameters = source.parameters();
        ServiceFile.fill(parameters, variables);
        parameters.fillFrom(variables);
        List<Host> hosts = Hosts.of(parameters);
        Setting database = parameters.get(Keyword.DBNAME);
        if (database == null) {
            throw source.lacks("database name", source.howToName());
        }
        DriverProperties properties = parameters.driverProperties();
        Tls.likeLibpq(parameters, properties, source, environment);
        Credentials credentials = Credentials.of(parameters, source, environment);
        credentials.addTo(secrets);
        secrets.add(properties.get(DriverProperties.SSL_PASSWORD));
        // what has a colon is rather a user with a password
        for (String name : List.of(credentials.user(), database.value())) {
            if (name.indexOf(':') >= 0) {
                secrets.add(name);
                secrets.add(name.substring(name.indexOf(':') + 1));
            }
        }
        return new ConnectionSettings(
                source.name(), hosts, database.value(), credentials, properties, secrets, parameters.passedOver());
    }

    /**
     * Like {@link #resolve}, for those who can do without a database.
     *
     * @return empty if no source is set
     * @throws SettingsException if what is set is wrong
     */
    public static Optional<ConnectionSettings> resolveIfSet(
            @Nullable String databaseUrlOption, Environment environment) {
        return Source.find(databaseUrlOption, new Variables(environment))
                .map(source -> resolve(databaseUrlOption, environment));
    }

    /** The servers to try, in this order unless the settings say otherwise; never empty. */
    public List<Host> hosts() {
        return hosts;
    }

    /** The name of the database. */
    public String database() {
        return database;
    }

    /** The role that logs in. */
    public String user() {
        return credentials.user();
    }

    /** What named the database: {@code --database-url}, or the variable that was found set, such as {@code PGHOST}. */
    public String source() {
        return source;
    }

    /** What is worth telling the user though it is no error, each one line: a password file that had to be ignored. */
    public List<String> warnings() {
        return credentials.warnings();
    }

    /**
     * The same for another database of the same servers; the password file is asked again.
     *
     * @throws SettingsException if the password file has different passwords for the hosts
     */
    public ConnectionSettings withDatabase(String name) {
        return new ConnectionSettings(source, hosts, name, credentials, properties, secrets, passedOver);
    }

    /** The same with this {@code application_name}, unless the user gave one. */
    public ConnectionSettings withApplicationName(String name) {
        DriverProperties named = properties.copy().setIfAbsent(DriverProperties.APPLICATION_NAME, name);
        return new ConnectionSettings(source, hosts, database, credentials, named, secrets, passedOver);
    }

    /**
     * The same for sessions that begin as those of a program on libpq: what they are called and are set to is in their first message to
     * the server, and nothing is set afterwards.
     *
     * @param applicationName instead of the present one; null to leave that
     * @param options come before the user's own; null for none
     */
    public ConnectionSettings beginningAs(@Nullable String applicationName, @Nullable String options) {
        DriverProperties begun = properties.copy();
        if (applicationName != null) {
            begun.set(DriverProperties.APPLICATION_NAME, applicationName)
                    .set(DriverProperties.ASSUME_MIN_SERVER_VERSION, "9.0");
        }
        String own = begun.get(DriverProperties.OPTIONS);
        if (options != null) {
            begun.set(DriverProperties.OPTIONS, own == null ? options : options + " " + own);
        }
        return new ConnectionSettings(source, hosts, database, credentials, begun, secrets, passedOver);
    }

    /**
     * A new data source of PostgreSQL's driver, without a pool.
     *
     * <p>It is the caller's own; it can be shared between threads as long as nobody changes it. A host that does not
     * answer is given up after {@code connect_timeout}, by default ten seconds for each host. No answer to a statement
     * is waited for longer than {@link io.github.cleanstaletypes.internal.sql.AnswerLimit#LONGEST}.
     */
    public DataSource dataSource() {
        DriverProperties limited = properties.copy();
        Timeouts.setDefaults(limited, hosts.size());
        return dataSource(limited);
    }

    /** Makes a {@link #dataSource()} for one attempt of at most this time, or of {@code connect_timeout} if that is shorter. */
    public DataSource dataSource(Duration limit) {
        DriverProperties limited = properties.copy();
        Timeouts.limit(limited, limit.compareTo(timeout()) < 0 ? limit : timeout(), hosts.size());
        return dataSource(limited);
    }

    /** How long one attempt may take; never zero. */
    Duration timeout() {
        return Timeouts.ofAttempt(properties, hosts.size());
    }

    /** The limit for each read on an open connection; never zero. */
    int socketTimeoutMillis() {
        return Timeouts.socketMillis(properties);
    }

    private DataSource dataSource(DriverProperties given) {
        Properties all = given.copy()
                .setIfAbsent(DriverProperties.TCP_KEEP_ALIVE, "true")
                .forDriver();
        all.setProperty("user", credentials.user());
        // with null the driver would read a password file of its own choice, without looking at its permissions
        all.setProperty("password", password == null ? "" : password);
        StringBuilder url = new StringBuilder("jdbc:postgresql://");
        for (Host host : hosts) {
            url.append(url.charAt(url.length() - 1) == '/' ? "" : ",")
                    .append(host.target())
                    .append(':')
                    .append(host.port());
        }
        url.append('/').append(URLEncoder.encode(database, StandardCharsets.UTF_8));
        return new DriverDataSource(url.toString(), all);
    }

    /** What must not be shown of what was given, to mask it in other texts. */
    public Secrets secrets() {
        return secrets;
    }

    /** Whether a text that a server sent gives the password away; a password that is also the user's name does not. */
    boolean isGivenAwayBy(String text) {
        if (password == null || password.isEmpty()) {
            return false;
        }
        String rest = text.replace(credentials.user(), "").replace(database, "");
        return rest.contains(password);
    }

    /** For people, in the form {@code app@db.example:5432/app (from DATABASE_URL)}; not to be parsed. */
    public String describe() {
        StringBuilder places = new StringBuilder();
        for (Host host : hosts) {
            places.append(places.isEmpty() ? "" : ",").append(host);
        }
        return secrets.mask(OneLine.of(credentials.user() + "@" + places + "/" + database + " (from " + source + ")"));
    }

    /** The same, with the names of parameters of other programs that mean nothing here; for people. */
    public String describeAtLength() {
        return passedOver.isEmpty() ? describe() : describe() + "; passed over: " + String.join(", ", passedOver);
    }

    @Override
    public String toString() {
        return describe();
    }
}
