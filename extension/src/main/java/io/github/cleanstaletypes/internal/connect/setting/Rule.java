package io.github.cleanstaletypes.internal.connect.setting;

/** How the value of a libpq keyword is said in the driver's words. */
@FunctionalInterface
interface Rule {

    /**
     * Writes it into the properties, where they have no value yet.
     *
     * @throws SettingsException if the value is none of the keyword's, or has no counterpart
     */
    void translate(Keyword keyword, Setting setting, DriverProperties properties);
}
