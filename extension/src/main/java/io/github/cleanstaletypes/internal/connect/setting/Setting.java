package io.github.cleanstaletypes.internal.connect.setting;

/**
 * One value as it was given.
 *
 * @param value the text. No message shows it, since anything can have come to stand anywhere: a URL where a host belongs, a password where a
 *     port does
 * @param origin what messages call the place it came from: a variable, the option, a file
 */
public record Setting(String value, String origin) {

    /** A part of this value, of the same origin. */
    public Setting part(String part) {
        return new Setting(part, origin);
    }

    public SettingsException problem(String what) {
        return new SettingsException(origin + ": " + what);
    }

    /** The problem of a value that is no {@code noun}. */
    public SettingsException bad(String noun, String instead) {
        return problem("bad " + noun + "; " + instead);
    }

    /**
     * Refuses a value that may have a password in it: it would be sent to a server, which writes into its log who connects to what.
     *
     * @param noun what it should be
     */
    public Setting withoutCredentials(String noun) {
        if (Secrets.mayBeIn(value)) {
            throw bad(noun, "a URL, or a text with a password in it, does not belong here (it is not shown)");
        }
        return this;
    }

    @Override
    public String toString() {
        return origin;
    }
}
