package io.github.cleanstaletypes.internal.error.log;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an object in a log says, by field; how the fields' names are written does not matter. Not thread-safe. */
public final class Fields {

    private final Map<String, String> values = new LinkedHashMap<>();

    /** A name as it is compared: {@code sql_state}, {@code SqlState} and {@code sqlstate} are one. */
    public static String key(String written) {
        // the protocol's own names are single letters, and n is not N
        return written.length() == 1
                ? written
                : written.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** Sets a field; the first value stays. */
    public void put(String written, String value) {
        values.putIfAbsent(key(written), value);
    }

    /** The value of the first of these that is set and not empty, or null. */
    public @Nullable String get(String... keys) {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null && !value.isEmpty() && !value.equals("undefined") && !value.equals("null")) {
                return value;
            }
        }
        return null;
    }

    public boolean has(String written) {
        return values.containsKey(key(written));
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** All of them, in their order. */
    public Map<String, String> all() {
        return values;
    }
}
