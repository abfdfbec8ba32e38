package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.Polling;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Waits for transactions that are creating something and carry no token: a killed migrator that connects through JDBC, which reads
 * neither PGAPPNAME nor PGOPTIONS. Who it is cannot be known, so nobody is ended.
 */
public final class Creators {

    private static final Duration POLL = Duration.ofMillis(100);

    private Creators() {}

    /** Waits for them, but not for those under guards of other names; returns those that are still there. */
    public static List<Creator> await(Connection connection, GuardToken guard, Duration atMost, Narrator narrator)
            throws SQLException, InterruptedException {
        Polling polling = new Polling(atMost, POLL);
        List<Creator> left = sessions(connection, guard);
        Set<String> awaited = left.stream().map(Creator::virtualTransaction).collect(Collectors.toSet());
        if (!left.isEmpty()) {
            narrator.waitingForCreators(left, atMost);
        }
        while (!left.isEmpty() && polling.again()) {
            left = sessions(connection, guard).stream()
                    .filter(creator -> awaited.contains(creator.virtualTransaction()))
                    .toList();
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return left;
    }

    private static List<Creator> sessions(Connection connection, GuardToken guard) throws SQLException {
        return ActivityReader.read(connection).creators().stream()
                .filter(creator -> !creator.prepared())
                .filter(creator -> GuardToken.ofSession(creator.applicationName())
                        .filter(guard::isNeighbour)
                        .isEmpty())
                .toList();
    }
}
