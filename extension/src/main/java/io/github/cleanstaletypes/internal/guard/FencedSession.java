package io.github.cleanstaletypes.internal.guard;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session of another guard's command, which must be gone before this guard's command starts.
 *
 * @param pid the backend
 * @param database where it is, or null if nowhere
 * @param role who logged in
 * @param applicationName its token and what else it calls itself
 * @param mayEnd whether this role may end it
 */
record FencedSession(int pid, @Nullable String database, String role, String applicationName, boolean mayEnd) {

    String inWords() {
        return pid + " (" + role + (database == null ? "" : " in " + database) + ", " + applicationName + ")";
    }

    static String inWords(List<FencedSession> sessions) {
        return sessions.stream().map(FencedSession::inWords).collect(Collectors.joining(", "));
    }
}
