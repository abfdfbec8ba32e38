package io.github.cleanstaletypes.internal.connect.setting;

import io.github.cleanstaletypes.internal.sql.OneLine;

/**
 * A connection setting that is missing, wrong or contradictory.
 *
 * <p>Its message is one line that names the variable, option or file and the part that is wrong, and what to write
 * instead. It never holds a password, nor any piece of a URL that could be one; and it has no cause, whose message
 * could.
 */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String message) {
        super(OneLine.of(message));
    }
}
