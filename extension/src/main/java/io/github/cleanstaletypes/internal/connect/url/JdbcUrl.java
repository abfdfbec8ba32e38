package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code jdbc:postgresql:[//host[:port][,…]/][database][?name=value&…]}, as the driver reads it: its own names, and a
 * plus sign is a blank.
 */
final class JdbcUrl {

    private final Setting url;
    private final String text;
    private final Parameters parameters = new Parameters();
    private final ForeignParameters foreign = new ForeignParameters(parameters);

    /** @param text what follows {@code jdbc:postgresql:} */
    JdbcUrl(Setting url, String text) {
        this.url = url;
        this.text = text;
    }

    Parameters parse() {
        int question = text.indexOf('?');
        String place = question < 0 ? text : text.substring(0, question);
        if (place.startsWith("//")) {
            place = afterHosts(place.substring(2));
        }
        if (place.indexOf('/') >= 0) {
            throw url.problem("a \"/\" in the database name; write jdbc:postgresql://HOST:5432/DATABASE, and \"/\""
                    + " itself as %2F");
        }
        parameters.put(Keyword.DBNAME, url.part(decode("the database name", place)));
        QueryString.each(url, question < 0 ? "" : text.substring(question + 1), this::parameter);
        foreign.finish();
        return parameters;
    }

    private String afterHosts(String place) {
        if (place.indexOf('@') >= 0) {
            throw url.problem("a jdbc: URL takes user and password as parameters; write"
                    + " jdbc:postgresql://HOST:5432/DATABASE?user=USER&password=PASSWORD, percent-encoded");
        }
        int slash = place.indexOf('/');
        Authority.parse(url, slash < 0 ? place : place.substring(0, slash), parameters);
        return slash < 0 ? "" : place.substring(slash + 1);
    }

    private void parameter(QueryString.Pair pair) {
        String name = pair.name();
        Keyword keyword = keyword(name);
        boolean known = keyword != null || DriverProperty.exists(name);
        ForeignParameter other = known ? null : pair.foreign();
        if (!known && other == null) {
            throw pair.unknown("a jdbc: URL takes the parameters of PostgreSQL's JDBC driver");
        }
        String value = decode("the parameter \"" + name + "\"", Objects.requireNonNullElse(pair.value(), ""));
        if (other != null) {
            foreign.take(other, name, url.part(value));
        } else if (keyword != null) {
            parameters.put(keyword, url.part(value));
        } else if (name.equals("ssl")) {
            ssl(url.part(value));
        } else {
            boolean secret = name.equals(DriverProperties.SSL_PASSWORD);
            DriverProperty.check(
                    name, secret ? url.part(value) : url.part(value).withoutCredentials(name));
            parameters.putDriverProperty(name, value);
        }
    }

    /** What has to be known here, too; all else goes to the driver as it is. */
    private static @Nullable Keyword keyword(String name) {
        return switch (name) {
            case "user" -> Keyword.USER;
            case "password" -> Keyword.PASSWORD;
            case "service" -> Keyword.SERVICE;
            case "ApplicationName" -> Keyword.APPLICATION_NAME;
            default ->
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "host", "pghost" -> Keyword.HOST;
                    case "port", "pgport" -> Keyword.PORT;
                    case "dbname", "pgdbname" -> Keyword.DBNAME;
                    default -> null;
                };
        };
    }

    /** The driver takes {@code ssl} for the strictest mode; said in that word, no variable can weaken it. */
    private void ssl(Setting setting) {
        if (setting.value().isEmpty() || setting.value().equalsIgnoreCase("true")) {
            if (parameters.driverProperties().get(DriverProperties.SSL_MODE) == null) {
                parameters.putDriverProperty(DriverProperties.SSL_MODE, "verify-full");
            }
        } else if (!setting.value().equalsIgnoreCase("false")) {
            throw setting.bad("ssl", "write true or false");
        }
    }

    private String decode(String part, String encoded) {
        return PercentCoding.decode(url, part, encoded.replace('+', ' '));
    }
}
