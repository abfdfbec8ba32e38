package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.lock.GuardToken;
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

    /** Whether it is one of this guard, left by an attempt before. */
    boolean isOf(GuardToken guard) {
        return applicationName.equals(guard.text()) || applicationName.startsWith(guard.text() + " ");
    }

    /** Whether this guard itself has used it to look into the database, and has closed it just now. */
    boolean isLookOf(GuardToken guard) {
        return applicationName.equals(GuardConnections.lookName(guard));
    }

    String inWords() {
        return pid + " (" + role + (database == null ? "" : " in " + database) + ", " + applicationName + ")";
    }

    static String inWords(List<FencedSession> sessions) {
        return sessions.stream().map(FencedSession::inWords).collect(Collectors.joining(", "));
    }

    /** Which of them were ended, and what to do about those that may not be. */
    static String endedOrNot(List<FencedSession> sessions) {
        List<FencedSession> ended =
                sessions.stream().filter(FencedSession::mayEnd).toList();
        List<FencedSession> left =
                sessions.stream().filter(session -> !session.mayEnd()).toList();
        String end = ended.isEmpty() ? "" : "ended session " + inWords(ended);
        String rest = left.isEmpty() ? "" : notAllowed(left);
        return end.isEmpty() || rest.isEmpty() ? end + rest : end + "; " + rest;
    }

    /** With the command to paste. */
    static String notAllowed(List<FencedSession> sessions) {
        return "this role may not end session " + inWords(sessions)
                + "; do it as a superuser or a member of pg_signal_backend: SELECT pg_terminate_backend("
                + sessions.get(0).pid() + ")";
    }
}
