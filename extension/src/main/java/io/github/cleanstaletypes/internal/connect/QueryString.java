package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parameters at the end of a URL, not yet decoded. */
final class QueryString {

    /** What other programs take in the same URL. Any other name may rather be a piece of a password, and is not shown. */
    private static final Set<String> OF_OTHERS = Set.of(
            "charset",
            "conn_max_age",
            "connection_limit",
            "currentschema",
            "encoding",
            "max_conns",
            "pgbouncer",
            "pool",
            "pool_size",
            "pool_timeout",
            "prepared_statements",
            "schema",
            "search_path",
            "serverversion",
            "socket_timeout",
            "statement_cache_size",
            "statement_timeout",
            "timeout",
            "timezone");

    private QueryString() {}

    /**
     * One of them.
     *
     * @param number its place, from 1
     * @param value what follows the first "=", or null if there is none
     * @param afterSecret whether it stands directly after a password, of which it may be a piece that an unencoded
     *     {@code &} has cut off
     */
    record Pair(
            Setting url, int number, String name, @Nullable String value, boolean afterSecret) {

        SettingsException unknown(String why) {
            if (afterSecret) {
                return url.problem("unknown parameter after the password; if it is a piece of the password,"
                        + " percent-encode the \"&\" before it as %26");
            }
            return url.problem("unknown parameter " + (isFamiliar() ? "\"" + name + "\"" : "(number " + number + ")")
                    + "; " + why);
        }

        private boolean isFamiliar() {
            String lower = name.toLowerCase(Locale.ROOT);
            return OF_OTHERS.contains(lower) || Keyword.named(lower) != null || DriverProperty.exists(name);
        }

        @Override
        public String toString() {
            return url + " parameter " + number;
        }
    }

    static void each(Setting url, String query, Consumer<Pair> action) {
        boolean afterSecret = false;
        int number = 0;
        for (String token : query.split("&", -1)) {
            if (token.isEmpty()) {
                continue;
            }
            number++;
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            action.accept(new Pair(url, number, name, equals < 0 ? null : token.substring(equals + 1), afterSecret));
            Keyword keyword = Keyword.named(name);
            afterSecret = keyword != null && keyword.isSecret();
        }
    }
}
