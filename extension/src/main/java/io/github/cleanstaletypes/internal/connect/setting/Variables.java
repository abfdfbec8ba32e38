package io.github.cleanstaletypes.internal.connect.setting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a variable, or the file that its twin {@code …_FILE} names.
 *
 * <p>An empty variable counts as not set. Both set is an error, since which one was meant cannot be known.
 */
public final class Variables {

    /** Ends the name of a variable that names a file with the value. */
    static final String FILE = "_FILE";

    /** Variables that are meant to hold a password. */
    static final List<String> OF_SECRETS = List.of(
            "PGPASSWORD",
            "POSTGRES_PASSWORD",
            "DB_PASSWORD",
            "DATABASE_URL",
            "SPRING_DATASOURCE_URL",
            "SPRING_DATASOURCE_PASSWORD",
            "CLEAN_STALE_TYPES_DATABASE_URL",
            "CLEAN_STALE_TYPES_LOCK_URL");

    private final Environment environment;

    public Variables(Environment environment) {
        this.environment = environment;
    }

    public Environment environment() {
        return environment;
    }

    /** The first of these variables that is set, or null. */
    @Nullable
    public Setting first(String... names) {
        for (String name : names) {
            Setting setting = get(name);
            if (setting != null) {
                return setting;
            }
        }
        return null;
    }

    @Nullable
    public Setting get(String name) {
        String fileName = name + FILE;
        String value = text(name);
        String file = text(fileName);
        if (value != null && file != null) {
            throw new SettingsException(name + " and " + fileName + " are both set; unset one of them");
        }
        if (value != null) {
            return new Setting(value, name);
        }
        return file == null ? null : new Setting(SettingFile.read(fileName, file), fileName);
    }

    private @Nullable String text(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
