package io.github.cleanstaletypes.internal.connect.setting;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connection parameters of libpq, each with its variable and with what it means to the driver.
 *
 * <p>PostgreSQL manual, "Parameter Key Words" and "Environment Variables". The order is the order in which they are
 * translated.
 */
// a rule is a function of constants; the checker cannot see that
@SuppressWarnings("ImmutableEnumChecker")
public enum Keyword {
    SERVICE("PGSERVICE", Rules.readElsewhere()),
    SERVICEFILE("PGSERVICEFILE", Rules.readElsewhere()),
    HOST("PGHOST", Rules.readElsewhere()),
    HOSTADDR("PGHOSTADDR", Rules.readElsewhere()),
    PORT("PGPORT", Rules.readElsewhere()),
    DBNAME("PGDATABASE", Rules.readElsewhere()),
    USER("PGUSER", Rules.readElsewhere()),
    PASSWORD("PGPASSWORD", Rules.readElsewhere()),
    PASSFILE("PGPASSFILE", Rules.readElsewhere()),

    APPLICATION_NAME("PGAPPNAME", Rules.passed("ApplicationName")),
    FALLBACK_APPLICATION_NAME(null, Rules.passed("ApplicationName")),
    OPTIONS("PGOPTIONS", Rules.passed("options")),
    CONNECT_TIMEOUT("PGCONNECT_TIMEOUT", Rules.seconds("connectTimeout")),
    TARGET_SESSION_ATTRS(
            "PGTARGETSESSIONATTRS",
            Rules.choice(
                    "targetServerType",
                    // the driver's "primary" is a server that is no standby and not read-only
                    Map.of(
                            "any", "any",
                            "read-write", "primary",
                            "primary", "primary",
                            "read-only", "secondary",
                            "standby", "secondary",
                            "prefer-standby", "preferSecondary"))),
    LOAD_BALANCE_HOSTS(
            "PGLOADBALANCEHOSTS", Rules.choice("loadBalanceHosts", Map.of("disable", "false", "random", "true"))),

    SSLMODE(
            "PGSSLMODE",
            Rules.choice("sslmode", Rules.same("disable", "allow", "prefer", "require", "verify-ca", "verify-full"))),
    SSLNEGOTIATION("PGSSLNEGOTIATION", Rules.choice("sslNegotiation", Rules.same("postgres", "direct"))),
    SSLROOTCERT("PGSSLROOTCERT", Rules.passed("sslrootcert")),
    SSLCERT("PGSSLCERT", Rules.passed("sslcert")),
    SSLKEY("PGSSLKEY", Rules.passed("sslkey")),
    SSLPASSWORD(null, Rules.passed("sslpassword")),
    SSLCERTMODE("PGSSLCERTMODE", Rules.only("allow")),
    SSLCRL("PGSSLCRL", Rules.unsupported()),
    SSLCRLDIR("PGSSLCRLDIR", Rules.unsupported()),
    SSLSNI("PGSSLSNI", Rules.only("1")),
    SSLCOMPRESSION("PGSSLCOMPRESSION", Rules.ignored()),
    // Java itself refuses what is older than TLS 1.2, and uses 1.3 where it can
    SSL_MIN_PROTOCOL_VERSION("PGSSLMINPROTOCOLVERSION", Rules.only("TLSv1", "TLSv1.1", "TLSv1.2")),
    SSL_MAX_PROTOCOL_VERSION("PGSSLMAXPROTOCOLVERSION", Rules.only("TLSv1.3")),

    REQUIRE_AUTH("PGREQUIREAUTH", Rules.authMethods()),
    CHANNEL_BINDING("PGCHANNELBINDING", Rules.choice("channelBinding", Rules.same("disable", "prefer", "require"))),
    GSSENCMODE("PGGSSENCMODE", Rules.choice("gssEncMode", Rules.same("disable", "prefer", "require"))),
    GSSLIB("PGGSSLIB", Rules.choice("gsslib", Rules.same("gssapi", "sspi"))),
    KRBSRVNAME("PGKRBSRVNAME", Rules.passed("kerberosServerName")),
    GSSDELEGATION("PGGSSDELEGATION", Rules.only("0")),
    // of Unix-domain sockets only, as in libpq
    REQUIREPEER("PGREQUIREPEER", Rules.ignored()),

    KEEPALIVES(null, Rules.keepalives()),
    KEEPALIVES_IDLE(null, Rules.ignoredNumber()),
    KEEPALIVES_INTERVAL(null, Rules.ignoredNumber()),
    KEEPALIVES_COUNT(null, Rules.ignoredNumber()),
    TCP_USER_TIMEOUT(null, Rules.ignoredNumber()),
    // Java's text is Unicode, whatever a terminal speaks
    CLIENT_ENCODING("PGCLIENTENCODING", Rules.ignored()),
    REPLICATION(null, Rules.only("false", "off", "no", "0")),
    MIN_PROTOCOL_VERSION("PGMINPROTOCOLVERSION", Rules.only("3.0")),
    MAX_PROTOCOL_VERSION("PGMAXPROTOCOLVERSION", Rules.only("3.0", "3.2", "latest"));

    private static final Map<String, Keyword> BY_NAME = new HashMap<>();

    static {
        for (Keyword keyword : values()) {
            BY_NAME.put(keyword.keyword(), keyword);
        }
    }

    private final @Nullable String variable;
    private final Rule rule;

    Keyword(@Nullable String variable, Rule rule) {
        this.variable = variable;
        this.rule = rule;
    }

    /** The keyword of this name, or null if libpq has none. Case matters, as in libpq. */
    public static @Nullable Keyword named(String name) {
        return BY_NAME.get(name);
    }

    /** Its name in a URL or a service file. */
    String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The variable that fills it where nothing else does, or null if libpq has none. */
    @Nullable
    public String variable() {
        return variable;
    }

    public boolean isSecret() {
        return this == PASSWORD || this == SSLPASSWORD;
    }

    /** Writes what the value means into the driver's properties, unless they have a value already. */
    void translate(Setting setting, DriverProperties properties) {
        rule.translate(this, setting, properties);
    }
}
