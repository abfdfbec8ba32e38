package io.github.cleanstaletypes.internal.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who holds the advisory lock. Immutable.
 *
 * @param pid the backend
 * @param role who logged in, or null if unknown
 * @param applicationName what the client calls itself, or null
 * @param client the client's address, or null if it is local or not visible to this role
 * @param connected for how long it is connected, or null if that is not visible to this role
 */
public record LockHolder(
        int pid,
        @Nullable String role,
        @Nullable String applicationName,
        @Nullable String client,
        @Nullable Duration connected) {

    /** One line, such as {@code session 4711 of app, from 10.0.0.7, cst-guard:16384:…, connected for 12 s}. */
    public String inWords() {
        List<String> words = new ArrayList<>();
        words.add("session " + pid + (role == null ? "" : " of " + role));
        if (client != null) {
            words.add("from " + client);
        }
        if (applicationName != null && !applicationName.isEmpty()) {
            words.add(applicationName);
        }
        words.add(
                connected == null
                        ? "more is not visible to this role"
                        : "connected for " + connected.toSeconds() + " s");
        return String.join(", ", words);
    }
}
