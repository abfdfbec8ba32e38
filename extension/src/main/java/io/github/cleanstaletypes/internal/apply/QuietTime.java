package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.ConnectedSession;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolStates;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Proves that nobody holds the lock rows of migration tools: no other session is connected when the rows are read, and none is for a
 * while after that. One that comes and goes meanwhile is seen if it stays for a moment. Not thread-safe.
 */
final class QuietTime {

    /** Long enough for a client that has lost its session to come back for the rest of its work. */
    static final Duration DEFAULT = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(100);

    private static final SqlResource PID = SqlResource.named(QuietTime.class, "backend_pid.sql");

    private final Connection connection;
    private final Duration length;
    private final Progress progress;
    private final Neighbours neighbours;
    private final Set<ToolStateRow> seen = new HashSet<>();
    private @Nullable Disturbance disturbance;
    private boolean over;

    private record Disturbance(Refusal refusal, String why) {}

    QuietTime(Connection connection, Duration length, Progress progress, Neighbours neighbours) {
        this.progress = progress;
        this.connection = connection;
        this.length = length;
        this.neighbours = neighbours;
    }

    /** Whether it is still quiet, asked within the transaction that frees a row. */
    boolean isStill(Connection within) throws SQLException {
        return ActivityReader.aloneWithin(within) && neighbours.guards(within).isEmpty();
    }

    /** Waits, the first time, and says why this one must stay; empty if nobody held it all the time. */
    Optional<Result> objection(UnfinishedMigration finding) throws SQLException {
        if (!over) {
            disturbance = disturbance();
            over = true;
        }
        if (disturbance != null) {
            return Optional.of(
                    finding.demanded()
                            ? Results.refused(finding, disturbance.refusal(), disturbance.why())
                            : Results.noted(finding, disturbance.why()));
        }
        return seen.containsAll(finding.rows())
                ? Optional.empty()
                : Optional.of(Results.refused(
                        finding,
                        Refusal.BUSY,
                        "Not freed, because it was written again at this moment. Run it again."));
    }

    private @Nullable Disturbance disturbance() throws SQLException {
        // the command of such a guard may hold it, and have no session at this moment
        List<LockHolder> others = Transaction.READS.run(connection, neighbours::guards);
        if (!others.isEmpty()) {
            return new Disturbance(
                    Refusal.CONNECTED,
                    "Not freed, because guards of other names are at work, whose commands may hold it: "
                            + LockHolder.inWords(others) + ".");
        }
        if (pooled()) {
            return new Disturbance(
                    Refusal.POOLER,
                    "Not freed, because a connection pooler is in between: nobody can tell who is connected.");
        }
        if (!alone()) {
            return connected();
        }
        seen.addAll(ToolStates.now(connection).rows());
        progress.waitingForQuiet(length);
        long end = System.nanoTime() + length.toNanos();
        Polling polling = new Polling(length, POLL);
        boolean alone = true;
        while (alone && polling.again()) {
            alone = alone();
        }
        if (!alone) {
            return connected();
        }
        return System.nanoTime() - end < 0
                ? new Disturbance(Refusal.BUSY, "Not freed, because the wait for it was interrupted.")
                : null;
    }

    private boolean alone() throws SQLException {
        return Transaction.READS.run(connection, ActivityReader::aloneWithin);
    }

    private Disturbance connected() throws SQLException {
        String who = ActivityReader.readWithSessions(connection).sessions().stream()
                .map(ConnectedSession::inWords)
                .collect(Collectors.joining("; "));
        return new Disturbance(
                Refusal.CONNECTED,
                "Not freed, because whoever holds it may be connected to this database: "
                        + (who.isEmpty() ? "a session that has just ended, or a prepared transaction" : who) + ".");
    }

    private boolean pooled() throws SQLException {
        if (!connection.isWrapperFor(PGConnection.class)) {
            return true;
        }
        List<Integer> pids = new ArrayList<>();
        Transaction.READS.run(connection, c -> {
            new SqlBatch(Map.of()).add(PID, row -> pids.add(row.getInt("pid"))).run(c);
            return pids;
        });
        return !pids.contains(connection.unwrap(PGConnection.class).getBackendPID());
    }
}
