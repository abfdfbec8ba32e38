package io.github.cleanstaletypes.internal.connect;

import java.sql.SQLException;
import org.postgresql.util.GT;

/**
 * Two failures that the driver itself finds and gives no SQLSTATE of their own.
 *
 * <p>Compared with the driver's translation of its own sentence, so that the locale does not matter. A driver that words
 * them differently makes the summary less exact, nothing worse.
 */
enum DriverWords {
    NO_TLS("The server does not support SSL."),
    LOGIN_TIMEOUT("Connection attempt timed out.");

    private final String sentence;

    DriverWords(String sentence) {
        this.sentence = sentence;
    }

    boolean isIn(SQLException exception) {
        return GT.tr(sentence).equals(exception.getMessage());
    }
}
