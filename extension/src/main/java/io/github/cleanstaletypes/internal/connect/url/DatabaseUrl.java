package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.Parameters;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.util.regex.Pattern;

/** A URL in one of the forms that people have in {@code DATABASE_URL}. */
public final class DatabaseUrl {

    /** What to write. */
    public static final String FORM = "postgresql://USER@HOST:5432/DATABASE";

    /** What tells how to mend a password that was written into a URL as it is. */
    static final String PERCENT_ENCODE =
            "percent-encode special characters of the user name and the password (@ %40, / %2F, : %3A, ? %3F, # %23, %"
                    + " %25)";

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private DatabaseUrl() {}

    /**
     * Reads one, in libpq's words.
     *
     * @throws io.github.cleanstaletypes.internal.connect.setting.SettingsException if it is none, or leads elsewhere
     */
    public static Parameters parse(Setting setting) {
        String text = setting.value().strip();
        if (text.isEmpty()) {
            throw setting.problem("is empty; write " + FORM);
        }
        if (CONTROL.matcher(text).find()) {
            throw setting.problem("a control character or line break; percent-encode it");
        }
        ConnectionString.refuse(setting, text);
        Scheme.Split split = Scheme.of(setting, text);
        return switch (split.scheme()) {
            case JDBC -> new JdbcUrl(setting, split.rest()).parse();
            case LIBPQ -> {
                if (text.indexOf(' ') >= 0) {
                    throw setting.problem("a blank; percent-encode it as %20");
                }
                yield new LibpqUrl(setting, split.rest().substring(2)).parse();
            }
        };
    }
}
