package io.github.cleanstaletypes.internal.catalog;

import java.util.List;

/**
 * What other sessions and prepared transactions were doing in this database at one moment. Immutable.
 *
 * @param creators transactions that are creating something and have not committed
 * @param sessions every other session of the database, if they were asked for
 */
public record Activity(List<Creator> creators, List<ConnectedSession> sessions) {

    public Activity {
        creators = List.copyOf(creators);
        sessions = List.copyOf(sessions);
    }

    /** What was done, when nobody asked who was connected. */
    public Activity(List<Creator> creators) {
        this(creators, List.of());
    }
}
