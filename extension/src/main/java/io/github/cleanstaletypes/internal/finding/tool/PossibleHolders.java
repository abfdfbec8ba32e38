package io.github.cleanstaletypes.internal.finding.tool;

import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import java.time.Instant;
import java.util.List;

/**
 * The sessions that may have written a row, and may be at work still. The server's clock tells who cannot have; a client's clock, which
 * is what most tools write, does not. Immutable.
 *
 * @param row the row
 * @param sessions every other session that is connected to the database
 */
public record PossibleHolders(ToolStateRow row, List<ConnectedSession> sessions) {

    public PossibleHolders {
        sessions = List.copyOf(sessions);
    }

    /** Those that may have written it, one each; where nothing proves who cannot have, these are all. */
    public List<String> lines() {
        return (row.writtenAt() == null ? sessions : oldEnough(row.writtenAt()))
                .stream().map(ConnectedSession::inWords).toList();
    }

    /** What can be said of them in a sentence. */
    public String sentence() {
        if (sessions.isEmpty()) {
            return "No other session is connected to this database, so whoever wrote that is not.";
        }
        Instant written = row.writtenAt();
        if (written != null) {
            int possible = oldEnough(written).size();
            return possible == 0
                    ? "Of %s to this database each began after that was written, so none of them wrote it."
                            .formatted(others())
                    : "Of %s to this database %d may have written it.".formatted(others(), possible);
        }
        Instant since = row.sinceAt();
        return since == null
                ? "Of %s to this database any may have written it: the row does not say when it was written."
                        .formatted(others())
                : "Of %s to this database %d began before the time in the row, which a client wrote: that is a hint and proves nothing."
                        .formatted(others(), oldEnough(since).size());
    }

    private List<ConnectedSession> oldEnough(Instant moment) {
        return sessions.stream()
                .filter(session -> session.since() == null || !session.since().isAfter(moment))
                .toList();
    }

    private String others() {
        return sessions.size() == 1
                ? "the 1 other session that is connected"
                : "the " + sessions.size() + " other sessions that are connected";
    }
}
