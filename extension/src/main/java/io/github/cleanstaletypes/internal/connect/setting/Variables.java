package io.github.cleanstaletypes.internal.connect.setting;

import org.jspecify.annotations.Nullable;

/**
 * Reads a variable, or the file that its twin {@code …_FILE} names.
 *
 * <p>An empty variable counts as not set. Both set is an error, since which one was meant cannot be known.
 */
public final class Variables {

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
        String fileName = name + "_FILE";
        String value = text(name);
        String file = text(fileName);
        if (value != null && file != null) {
            throw new SettingsException(name + " and " + fileName + " are both set; unset one of them");
        }
        boolean quotable = !mayBePassword(name);
        if (value != null) {
            return new Setting(value, name, quotable);
        }
        return file == null ? null : new Setting(SettingFile.read(fileName, file), fileName, quotable);
    }

    static boolean mayBePassword(String name) {
        return name.contains("PASSWORD") || name.contains("DATABASE_URL");
    }

    private @Nullable String text(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
