package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Tries whether a CREATE of a name would succeed, in a transaction of its own that is rolled back. An empty composite type is created: it
 * has a row in {@code pg_class} and an array type, so it meets tables, indexes, sequences and types alike; a shell type would not.
 *
 * <p>Each try uses one transaction id up, as an aborted one. In a torn copy that can kill a row for good, so nobody tries twice without
 * need. Not thread-safe.
 */
public final class TrialCreate {

    private static final SqlResource OBSTACLES = SqlResource.named(TrialCreate.class, "obstacles.sql");
    private static final SqlResource OWN_ID = SqlResource.named(TrialCreate.class, "own_transaction_id.sql");
    private static final SqlResource SNAPSHOT = SqlResource.named(TrialCreate.class, "own_snapshot.sql");
    private static final SqlResource LIMIT = SqlResource.named(TrialCreate.class, "trial_limit.sql");

    private final Connection connection;
    private final UnderLock lock;

    /**
     * @param connection in autocommit mode or not; it is given back as it was
     * @param lockWait how long to wait for the advisory lock, per try
     * @param guard the guard whose lock covers the tries too, as long as it holds it
     */
    public TrialCreate(Connection connection, Duration lockWait, Progress progress, Optional<GuardToken> guard) {
        this.connection = connection;
        this.lock = new UnderLock(connection, lockWait, progress, guard);
    }

    /**
     * Tries one name, for 1 s at most, of which it waits for another session 200 ms at most.
     *
     * @throws io.github.cleanstaletypes.internal.lock.LockTimeoutException if the advisory lock was not free in time
     * @throws SQLException if the session was lost
     */
    public Trial attempt(String schema, String name) throws SQLException {
        Tried tried = lock.run(Transaction.TRIAL, c -> {
            String obstacle = obstacle(c, schema);
            return obstacle.isEmpty() ? create(c, schema, name) : new Tried(Trial.failed(obstacle), 0, "");
        });
        if (tried.attempt.verdict() != Trial.Verdict.UNSEEN) {
            return tried.attempt;
        }
        // had another transaction got an id, begun before or ended after ours, one of the two snapshots would tell
        String after = Transaction.SNAPSHOT.run(connection, c -> text(c, SNAPSHOT));
        boolean undisturbed = tried.before.equals(only(tried.id)) && after.equals(only(tried.id + 1));
        return new Trial(tried.attempt.verdict(), tried.attempt.words(), undisturbed);
    }

    /**
     * A try, and what was seen just before it.
     *
     * @param id the id of its transaction
     * @param before the snapshot before the CREATE
     */
    private record Tried(Trial attempt, long id, String before) {}

    /** The snapshot in which every id before this one is over, and this one is the next to end. */
    private static String only(long id) {
        return id + ":" + id + ":";
    }

    private static Tried create(Connection connection, String schema, String name) throws SQLException {
        long id = Long.parseLong(text(connection, OWN_ID));
        String before = text(connection, SNAPSHOT);
        try {
            new SqlBatch(Map.of()).add(LIMIT).run(connection);
            Ddl.createComposite(connection, schema, name);
            return new Tried(new Trial(Trial.Verdict.FREE, "", false), id, before);
        } catch (SQLException e) {
            if (SqlStates.hopeless(e)) {
                throw e;
            }
            return new Tried(new Trial(Trial.verdict(SqlStates.of(e)), ErrorLine.of(e) + ".", false), id, before);
        }
    }

    /** Why nothing is tried, before a transaction id is used up; empty if nothing speaks against it. */
    private static String obstacle(Connection connection, String schema) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        new SqlBatch(Map.of("schema", schema))
                .add(OBSTACLES, row -> obstacles.add(obstacle(row)))
                .run(connection);
        return obstacles.get(0);
    }

    private static String obstacle(ResultRow row) throws SQLException {
        if (row.getBoolean("in_recovery")) {
            return "the server is a standby";
        }
        if (!row.getBoolean("schema_there")) {
            return "there is no such schema";
        }
        if (!row.getBoolean("may_create")) {
            return "this role may not create in that schema";
        }
        String triggers = row.getString("event_triggers");
        return triggers == null ? "" : "an event trigger would run: " + triggers;
    }

    private static String text(Connection connection, SqlResource query) throws SQLException {
        return Objects.requireNonNull(SqlBatch.text(connection, query, Map.of()));
    }
}
