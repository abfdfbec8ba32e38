package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.lock.GuardToken;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A session with the token of a guard's command, which must be gone before this guard's command starts.
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
        return applicationName.equals(LookSessions.lookName(guard));
    }

    String inWords() {
        return pid + " (" + role + (database == null ? "" : " in " + database) + ", " + applicationName + ")";
    }

    static String inWords(List<FencedSession> sessions) {
        return sessions.stream().map(FencedSession::inWords).collect(Collectors.joining(", "));
    }

    /** Whose it is, as far as that can be known: any role that may log in can call its session a guard's command. */
    String whose(GuardToken guard) {
        if (!mayEnd) {
            return "a session with the token of a guard's command";
        }
        return isOf(guard) ? "this guard's command of the attempt before" : "a former guard's command";
    }

    /** A line for each kind: whose they are, and that they were ended, or what to do about those that may not be. */
    static List<String> endedOrNot(List<FencedSession> sessions, GuardToken guard, String is) {
        return inKinds(sessions, guard).entrySet().stream()
                .map(kind -> kind.getKey() + " " + is + "; "
                        + (kind.getValue().get(0).mayEnd()
                                ? "ended session " + inWords(kind.getValue())
                                : notAllowed(kind.getValue())))
                .toList();
    }

    /** Why nothing can go on: they do not go. */
    static String stillThere(List<FencedSession> sessions, GuardToken guard) {
        return inKinds(sessions, guard).entrySet().stream()
                .map(kind -> kind.getKey() + " is still connected, "
                        + (kind.getValue().get(0).mayEnd()
                                ? "although it was told to end: session " + inWords(kind.getValue())
                                : "and " + notAllowed(kind.getValue())))
                .collect(Collectors.joining("; "));
    }

    private static Map<String, List<FencedSession>> inKinds(List<FencedSession> sessions, GuardToken guard) {
        return sessions.stream()
                .collect(Collectors.groupingBy(session -> session.whose(guard), TreeMap::new, Collectors.toList()));
    }

    /** With the command to paste. */
    private static String notAllowed(List<FencedSession> sessions) {
        return "this role may not end session " + inWords(sessions)
                + "; do it as a superuser or a member of pg_signal_backend: SELECT pg_terminate_backend("
                + sessions.get(0).pid() + ")";
    }
}
