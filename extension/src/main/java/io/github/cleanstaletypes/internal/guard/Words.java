package io.github.cleanstaletypes.internal.guard;

import io.github.cleanstaletypes.internal.claim.SqlName;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Facts as parts of sentences. */
final class Words {

    private Words() {}

    static String list(List<SqlName> names) {
        return names.stream().map(SqlName::toString).collect(Collectors.joining(", "));
    }

    static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    static String endedOrNot(List<FencedSession> sessions) {
        List<FencedSession> ended =
                sessions.stream().filter(FencedSession::mayEnd).toList();
        List<FencedSession> left =
                sessions.stream().filter(session -> !session.mayEnd()).toList();
        String end = ended.isEmpty() ? "" : "ended session " + FencedSession.inWords(ended);
        String rest = left.isEmpty() ? "" : notAllowed(left);
        return end.isEmpty() || rest.isEmpty() ? end + rest : end + "; " + rest;
    }

    /** With the command to paste. */
    static String notAllowed(List<FencedSession> sessions) {
        return "this role may not end session " + FencedSession.inWords(sessions)
                + "; do it as a superuser or a member of pg_signal_backend: SELECT pg_terminate_backend("
                + sessions.get(0).pid() + ")";
    }
}
