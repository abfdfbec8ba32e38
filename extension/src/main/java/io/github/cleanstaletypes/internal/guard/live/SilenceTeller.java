package io.github.cleanstaletypes.internal.guard.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what the sessions of a command do that has been silent for long; again each time when the silence is twice as long. Not thread-safe. */
final class SilenceTeller {

    private static final int MOST = 3;

    private final Duration first;
    private Duration next;

    SilenceTeller(Duration first) {
        this.first = first;
        this.next = first;
    }

    /** The line that is to be told, if it is time. */
    Optional<String> noted(Duration silence, List<CommandSession> sessions) {
        if (silence.compareTo(first) < 0) {
            next = first;
        }
        if (silence.compareTo(next) < 0) {
            return Optional.empty();
        }
        while (silence.compareTo(next) >= 0) {
            next = next.multipliedBy(2);
        }
        return Optional.of("nothing on the command's stderr for " + Times.inWords(silence) + "; " + inWords(sessions));
    }

    private static String inWords(List<CommandSession> sessions) {
        if (sessions.isEmpty()) {
            return "it has no session in the database";
        }
        String more = sessions.size() > MOST ? "; and " + (sessions.size() - MOST) + " more" : "";
        return sessions.stream()
                        .limit(MOST)
                        .map(session -> "session " + session.inWords())
                        .collect(Collectors.joining("; "))
                + more;
    }
}
