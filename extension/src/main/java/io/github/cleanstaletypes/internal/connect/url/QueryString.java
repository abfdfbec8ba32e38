package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parameters at the end of a URL, not yet decoded. Any name that is not known may rather be a piece of a password, and is not shown. */
final class QueryString {

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

        /** What it means to the program that it was written for, or null: a piece of a password is not taken for one. */
        @Nullable
        ForeignParameter foreign() {
            return afterSecret ? null : ForeignParameter.named(name);
        }

        private boolean isFamiliar() {
            return Keyword.named(name.toLowerCase(Locale.ROOT)) != null || DriverProperty.exists(name);
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
