package io.github.cleanstaletypes.internal.connect.setting;

/**
 * One value as it was given.
 *
 * @param value the text; never shown unless {@code quotable}
 * @param origin what messages call the place it came from: a variable, the option, a file
 * @param quotable whether no piece of the value can be a piece of a password
 */
public record Setting(String value, String origin, boolean quotable) {

    /** A part of this value: what holds it, and whether it may be shown, stay the same. */
    public Setting part(String part) {
        return new Setting(part, origin, quotable);
    }

    public SettingsException problem(String what) {
        return new SettingsException(origin + ": " + what);
    }

    /** The problem of a value that is no {@code noun}, quoting it if that is safe. */
    public SettingsException bad(String noun, String instead) {
        return problem("bad " + noun + (quotable ? " \"" + value + "\"" : "") + "; " + instead);
    }

    @Override
    public String toString() {
        return origin;
    }
}
