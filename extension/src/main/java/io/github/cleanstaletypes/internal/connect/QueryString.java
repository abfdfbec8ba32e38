package io.github.cleanstaletypes.internal.connect;

import io.github.cleanstaletypes.internal.connect.setting.Keyword;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import io.github.cleanstaletypes.internal.connect.setting.SettingsException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters at the end of a URL, not yet decoded. */
final class QueryString {

    /** What a parameter may be called; anything else is rather a piece of a password. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    private QueryString() {}

    /**
     * One of them.
     *
     * @param value what follows the first "=", or null if there is none
     * @param afterSecret whether it stands directly after a password, of which it may be a piece that an unencoded
     *     {@code &} has cut off
     */
    record Pair(Setting url, String name, @Nullable String value, boolean afterSecret) {

        SettingsException unknown(String why) {
            if (afterSecret) {
                return url.problem("unknown parameter after the password; if it is a piece of the password,"
                        + " percent-encode the \"&\" before it as %26");
            }
            String shown = NAME.matcher(name).matches() ? " \"" + name + "\"" : "";
            return url.problem("unknown parameter" + shown + "; " + why);
        }

        Setting setting(String decoded, @Nullable Keyword keyword) {
            return new Setting(decoded, url.origin(), !afterSecret && (keyword == null || !keyword.isSecret()));
        }

        @Override
        public String toString() {
            return afterSecret ? url.toString() : name;
        }
    }

    static void each(Setting url, String query, Consumer<Pair> action) {
        boolean afterSecret = false;
        for (String token : query.split("&", -1)) {
            if (token.isEmpty()) {
                continue;
            }
            int equals = token.indexOf('=');
            String name = equals < 0 ? token : token.substring(0, equals);
            action.accept(new Pair(url, name, equals < 0 ? null : token.substring(equals + 1), afterSecret));
            Keyword keyword = Keyword.named(name);
            afterSecret = keyword != null && keyword.isSecret();
        }
    }
}
