package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import org.jspecify.annotations.Nullable;

/**
 * {@code [user[:password]@][host[:port][,…]][/dbname][?name=value&…]}, the connection URI of libpq.
 *
 * <p>PostgreSQL manual, "Connection URIs". Stricter than libpq where it would take a slip in a password for a host or a
 * database: an "@" after the host, a "/" in the database's name, a "#" outside of user and password, a "?" before the
 * "@".
 */
final class LibpqUrl {

    private final Setting url;
    private final String text;
    private final Parameters parameters = new Parameters();
    private final ForeignParameters foreign = new ForeignParameters(parameters);
    private boolean hostNamed;

    /** @param text what follows the scheme and its slashes */
    LibpqUrl(Setting url, String text) {
        this.url = url;
        this.text = text;
    }

    Parameters parse() {
        String rest = afterUserInfo();
        if (rest.indexOf('@') >= 0) {
            throw url.problem("an \"@\" that does not end the password; " + DatabaseUrl.PERCENT_ENCODE);
        }
        if (rest.indexOf('#') >= 0) {
            throw url.problem("a \"#\" outside of the password; percent-encode it as %23");
        }
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String path = question < 0 ? rest : rest.substring(0, question);
        int slash = path.indexOf('/');
        Authority.parse(url, slash < 0 ? path : path.substring(0, slash), parameters);
        if (slash >= 0) {
            database(path.substring(slash + 1));
        }
        QueryString.each(url, query, this::parameter);
        foreign.finish();
        return parameters;
    }

    private String afterUserInfo() {
        int at = text.indexOf('@');
        int slash = text.indexOf('/');
        if (at < 0 || (slash >= 0 && slash < at)) {
            return text;
        }
        String userInfo = text.substring(0, at);
        if (userInfo.indexOf('?') >= 0) {
            throw url.problem("a \"?\" before the \"@\"; " + DatabaseUrl.PERCENT_ENCODE);
        }
        int colon = userInfo.indexOf(':');
        put(Keyword.USER, "the user name", colon < 0 ? userInfo : userInfo.substring(0, colon));
        if (colon >= 0) {
            put(Keyword.PASSWORD, "the password", userInfo.substring(colon + 1));
        }
        return text.substring(at + 1);
    }

    private void database(String encoded) {
        if (encoded.indexOf('/') >= 0) {
            throw url.problem("a \"/\" in the database name; percent-encode it as %2F");
        }
        put(Keyword.DBNAME, "the database name", encoded);
    }

    private void put(Keyword keyword, String part, String encoded) {
        parameters.put(keyword, url.part(PercentCoding.decode(url, part, encoded)));
    }

    private void parameter(QueryString.Pair pair) {
        String name = PercentCoding.decode(url, "a parameter's name", pair.name());
        Keyword keyword = Keyword.named(name);
        ForeignParameter other = keyword == null ? pair.foreign() : null;
        if (keyword == null && other == null) {
            throw pair.unknown("neither libpq nor a program that is known here has it");
        }
        String encoded = value(pair, name);
        if (keyword == Keyword.HOST && hostNamed) {
            throw url.problem("the parameter \"host\" twice; write several hosts before the database:"
                    + " //HOST1:5432,HOST2:5432/DATABASE");
        }
        hostNamed |= keyword == Keyword.HOST;
        Setting value = url.part(PercentCoding.decode(url, "the parameter \"" + name + "\"", encoded));
        if (other != null) {
            foreign.take(other, name, value);
        } else if (keyword == Keyword.SSLMODE && value.value().equals("no-verify")) {
            // node-postgres has this word beside libpq's
            parameters.put(keyword, value.part("require"));
        } else if (keyword != null) {
            parameters.put(keyword, value);
        }
    }

    private String value(QueryString.Pair pair, String name) {
        @Nullable String encoded = pair.value();
        if (encoded == null) {
            throw url.problem("the parameter \"" + name + "\" has no value; write " + name + "=VALUE");
        }
        if (encoded.indexOf('=') >= 0) {
            throw url.problem("a second \"=\" in the parameter \"" + name + "\"; percent-encode it as %3D");
        }
        return encoded;
    }
}
