package io.github.cleanstaletypes.internal.catalog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Another session that is connected to this database.
 *
 * @param pid the backend
 * @param role who is connected
 * @param applicationName what the client calls itself, or an empty text
 * @param since when the session began, by the server's clock; null if that is not visible to this role
 */
public record ConnectedSession(
        int pid,
        String role,
        String applicationName,
        @Nullable Instant since) {

    /** Which one it is, and since when it is there. */
    public String inWords() {
        return "pid " + pid + ", role " + role + (applicationName.isBlank() ? "" : ", application " + applicationName)
                + ", since "
                + (since == null ? "a time not visible to this role" : since.truncatedTo(ChronoUnit.SECONDS));
    }
}
