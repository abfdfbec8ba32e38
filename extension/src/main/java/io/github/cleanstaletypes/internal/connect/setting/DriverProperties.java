package io.github.cleanstaletypes.internal.connect.setting;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The driver's own properties, apart from hosts, database and credentials. Not to be shared between threads. */
public final class DriverProperties {

    public static final String APPLICATION_NAME = "ApplicationName";
    /** From 9.0 on the driver names the session in its first message, and not by a statement afterwards. */
    public static final String ASSUME_MIN_SERVER_VERSION = "assumeMinServerVersion";

    static final String CONNECT_TIMEOUT = "connectTimeout";
    static final String LOGIN_TIMEOUT = "loginTimeout";
    public static final String OPTIONS = "options";
    public static final String REQUIRE_AUTH = "requireAuth";
    static final String SOCKET_TIMEOUT = "socketTimeout";
    public static final String SSL_CERT = "sslcert";
    public static final String SSL_FACTORY = "sslfactory";
    public static final String SSL_KEY = "sslkey";
    public static final String SSL_MODE = "sslmode";
    public static final String SSL_PASSWORD = "sslpassword";
    public static final String SSL_ROOT_CERT = "sslrootcert";
    public static final String TCP_KEEP_ALIVE = "tcpKeepAlive";

    private final Map<String, String> values = new TreeMap<>();

    public DriverProperties copy() {
        DriverProperties copy = new DriverProperties();
        copy.values.putAll(values);
        return copy;
    }

    @Nullable
    public String get(String property) {
        return values.get(property);
    }

    boolean has(String property) {
        return values.containsKey(property);
    }

    public DriverProperties set(String property, String value) {
        values.put(property, value);
        return this;
    }

    public DriverProperties setIfAbsent(String property, String value) {
        values.putIfAbsent(property, value);
        return this;
    }

    public void remove(String property) {
        values.remove(property);
    }

    /** The same as the driver takes them. */
    public Properties forDriver() {
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }

    /** The names only: a value may be the password of a key. */
    @Override
    public String toString() {
        return values.keySet().toString();
    }
}
