package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.apply.Applier;
import io.github.cleanstaletypes.internal.apply.Neighbours;
import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.Creator;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Waits, before types are removed, for the transactions that have written something by then: one may have created a function whose body
 * uses a type, which blocks no DROP, and which no look sees before it is committed. Of one run; not thread-safe.
 */
final class WriterWait {

    private static final Duration POLL = Duration.ofMillis(50);

    /** Most have ended before anybody could read of them. */
    private static final int TOLD_AT_TURN = 20;

    private final Connection connection;
    private final Settings settings;
    private final Applier applier;
    private @Nullable Polling polling;

    WriterWait(Connection connection, Settings settings, Applier applier) {
        this.connection = connection;
        this.settings = settings;
        this.applier = applier;
    }

    /** Waits until those that are there now have ended, as long as a run may wait for creators in all; then goes on all the same. */
    void await(Plan plan) throws SQLException {
        Optional<UnusedType> removed = plan.steps().stream()
                .filter(step -> step.action() == Action.REMOVE)
                .map(Step::finding)
                .filter(UnusedType.class::isInstance)
                .map(UnusedType.class::cast)
                .findFirst();
        if (removed.isPresent()) {
            await(withoutNeighbours(writers(), removed.get()));
        }
    }

    private void await(List<Creator> first) throws SQLException {
        List<Creator> there = first;
        for (int turn = 1; !there.isEmpty(); turn++) {
            if (turn == TOLD_AT_TURN) {
                settings.progress().waitingForWriters(there, settings.creatorsWait());
            }
            if (polling == null) {
                polling = new Polling(settings.creatorsWait(), POLL);
            }
            if (!polling.again()) {
                return;
            }
            Set<String> now =
                    writers().stream().map(Creator::virtualTransaction).collect(Collectors.toSet());
            there = there.stream()
                    .filter(writer -> now.contains(writer.virtualTransaction()))
                    .toList();
        }
    }

    /** A prepared transaction does not end by itself. */
    private List<Creator> writers() throws SQLException {
        return ActivityReader.readWriters(connection).stream()
                .filter(writer -> !writer.prepared())
                .toList();
    }

    /** What commands under guards of other names write is on other parts, and holds no removal up where types are locked. */
    private List<Creator> withoutNeighbours(List<Creator> writers, UnusedType removed) throws SQLException {
        if (writers.stream().noneMatch(Neighbours::hasName) || !applier.locksTypes(removed)) {
            return writers;
        }
        List<Creator> others =
                Transaction.READS.run(connection, c -> applier.neighbours().among(writers, c));
        return writers.stream().filter(writer -> !others.contains(writer)).toList();
    }
}
