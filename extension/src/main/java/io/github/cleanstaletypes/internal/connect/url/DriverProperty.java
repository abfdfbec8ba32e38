package io.github.cleanstaletypes.internal.connect.url;

import io.github.cleanstaletypes.internal.connect.setting.DriverProperties;
import io.github.cleanstaletypes.internal.connect.setting.Rules;
import io.github.cleanstaletypes.internal.connect.setting.Setting;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.ds.PGSimpleDataSource;

/** The parameters that the driver on the class path knows, as it describes them itself. */
final class DriverProperty {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}");
    private static final List<String> BOOLEANS = List.of("true", "false");

    private static final Map<String, DriverPropertyInfo> KNOWN = known();

    private DriverProperty() {}

    static boolean exists(String name) {
        return KNOWN.containsKey(name);
    }

    /** Refuses a value that the driver would only notice when it connects, or never. */
    static void check(String name, Setting setting) {
        DriverPropertyInfo info = Objects.requireNonNull(KNOWN.get(name));
        String standard = Objects.requireNonNullElse(info.value, "");
        if (info.choices != null) {
            // the only one that takes several
            String separator = name.equals(DriverProperties.REQUIRE_AUTH) ? "," : "\n";
            if (!Arrays.asList(info.choices).containsAll(List.of(setting.value().split(separator, -1)))) {
                throw setting.bad(name, "write " + Rules.oneOf(List.of(info.choices)));
            }
        } else if (BOOLEANS.contains(standard)) {
            if (!BOOLEANS.contains(setting.value().toLowerCase(Locale.ROOT))) {
                throw setting.bad(name, "write true or false");
            }
        } else if (NUMBER.matcher(standard).matches() && !isNumber(setting.value())) {
            throw setting.bad(name, "write a whole number");
        }
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches() && Math.abs(Long.parseLong(value)) <= Integer.MAX_VALUE;
    }

    private static Map<String, DriverPropertyInfo> known() {
        try {
            // the data source registers the driver, which a class loader of its own may have kept from being found
            String url = new PGSimpleDataSource().getUrl();
            DriverPropertyInfo[] known = DriverManager.getDriver(url).getPropertyInfo(url, new Properties());
            return Arrays.stream(known)
                    .collect(Collectors.toUnmodifiableMap(info -> info.name, Function.identity(), (one, two) -> one));
        } catch (SQLException e) {
            throw new IllegalStateException("The PostgreSQL JDBC driver is not registered", e);
        }
    }
}
