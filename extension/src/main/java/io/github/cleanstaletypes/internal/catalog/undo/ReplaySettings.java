package io.github.cleanstaletypes.internal.catalog.undo;

import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The settings that the meaning of a statement's text depends on. The server writes a default or a constraint under them, and a replay
 * reads it under them, whatever the session, the role or the database there has set. Stateless.
 */
public final class ReplaySettings {

    /**
     * A setting of the transaction.
     *
     * @param name its name
     * @param value its value, as SET takes it
     */
    private record Setting(String name, String value) {}

    /** These count when a text is read: pg_temp comes last, or a temporary type could stand in for one of the server's. */
    private static final List<Setting> READING = List.of(
            new Setting("client_encoding", "UTF8"),
            new Setting("standard_conforming_strings", "on"),
            new Setting("search_path", "pg_catalog, pg_temp"),
            new Setting("DateStyle", "ISO, YMD"),
            new Setting("IntervalStyle", "postgres"),
            new Setting("lc_monetary", "C"),
            new Setting("array_nulls", "on"),
            new Setting("xmloption", "content"),
            new Setting("transform_null_equals", "off"));

    /** These count when it is written. */
    private static final List<Setting> WRITING = List.of(
            new Setting("extra_float_digits", "3"),
            new Setting("bytea_output", "hex"),
            new Setting("TimeZone", "UTC"),
            new Setting("quote_all_identifiers", "off"));

    private ReplaySettings() {}

    /** The query that sets all of them for the rest of the transaction, before the statements are read from the catalog. */
    public static SqlResource query() {
        return SqlResource.composed(
                "replay_settings",
                Stream.concat(READING.stream(), WRITING.stream())
                        .map(setting ->
                                "pg_catalog.set_config('%s', '%s', true)".formatted(setting.name, setting.value))
                        .collect(Collectors.joining(", ", "SELECT ", "")));
    }

    /** The statements that come before the others in a replay. */
    static List<String> statements() {
        return READING.stream()
                .map(setting -> "SET LOCAL " + setting.name + " = " + written(setting))
                .toList();
    }

    private static String written(Setting setting) {
        // a list in quotes would be one schema of that name
        return setting.name.equals("search_path") ? setting.value : "'" + setting.value + "'";
    }
}
