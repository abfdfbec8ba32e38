package io.github.cleanstaletypes.internal.lock;

import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one lock per database that whoever changes types, and whoever migrates under a guard, holds. Polled, never waited for: a
 * transaction that waits for a lock holds a snapshot, and CREATE INDEX CONCURRENTLY would wait for that in turn. Stateless.
 */
public final class AdvisoryLock {

    /** The key: the ASCII letters {@code cstypes} as a number. Advisory locks are per database (manual section 13.3.5). */
    public static final long KEY = 0x63_73_74_79_70_65_73L;

    private static final SqlResource HOLDER = SqlResource.named(AdvisoryLock.class, "lock_holder.sql");

    private static final SqlResource TRY_LOCK_IN_TRANSACTION =
            SqlResource.named(AdvisoryLock.class, "try_lock_in_transaction.sql");

    private static final SqlResource TRY_LOCK_IN_SESSION =
            SqlResource.named(AdvisoryLock.class, "try_lock_in_session.sql");

    private static final SqlResource RELEASE_LOCK = SqlResource.named(AdvisoryLock.class, "release_lock.sql");

    private AdvisoryLock() {}

    /**
     * Takes the lock until the end of the transaction, if nobody else has it; what is done under a guard that holds it,
     * this one or one that the thread works under, is done under its lock.
     */
    public static boolean tryWithin(Connection connection, Optional<GuardToken> guard) throws SQLException {
        return isHeldByOneOf(
                        connection,
                        Stream.concat(guard.stream(), CurrentGuards.all().stream())
                                .toList())
                || ask(connection, TRY_LOCK_IN_TRANSACTION);
    }

    /** Takes the lock until the end of the session, if nobody else has it. */
    public static boolean tryForSession(Connection connection) throws SQLException {
        return ask(connection, TRY_LOCK_IN_SESSION);
    }

    /** Gives back what {@link #tryForSession} took. */
    public static void release(Connection connection) throws SQLException {
        ask(connection, RELEASE_LOCK);
    }

    /** Whether this guard's session holds the lock; in a transaction of its own. */
    public static boolean isHeldBy(Connection connection, GuardToken guard) throws SQLException {
        return isAmong(holders(connection), guard);
    }

    private static boolean isHeldByOneOf(Connection connection, List<GuardToken> guards) throws SQLException {
        if (guards.isEmpty()) {
            return false;
        }
        List<LockHolder> holders = holdersWithin(connection);
        return guards.stream().anyMatch(guard -> isAmong(holders, guard));
    }

    private static boolean isAmong(List<LockHolder> holders, GuardToken guard) {
        return holders.stream()
                .anyMatch(holder -> holder.exclusive() && guard.holderName().equals(holder.applicationName()));
    }

    /** All who hold the lock beside this session, as far as this role may see; in a transaction of its own. */
    public static List<LockHolder> holders(Connection connection) throws SQLException {
        return Transaction.READS.run(connection, AdvisoryLock::holdersWithin);
    }

    private static List<LockHolder> holdersWithin(Connection connection) throws SQLException {
        List<LockHolder> holders = new ArrayList<>();
        new SqlBatch(Map.of("key", KEY))
                .add(HOLDER, row -> holders.add(holder(row)))
                .run(AnyText.on(connection));
        return holders;
    }

    private static LockHolder holder(ResultSet row) throws SQLException {
        int pid = row.getInt("pid");
        boolean prepared = row.wasNull();
        double seconds = row.getDouble("since_seconds");
        Duration since = row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
        return new LockHolder(
                prepared ? null : pid,
                row.getString("gid"),
                row.getBoolean("exclusive"),
                row.getString("role_name"),
                row.getString("application_name"),
                row.getString("client"),
                since);
    }

    private static boolean ask(Connection connection, SqlResource question) throws SQLException {
        List<Boolean> answers = new ArrayList<>();
        new SqlBatch(Map.of("key", KEY))
                .add(question, row -> answers.add(row.getBoolean("done")))
                .run(connection);
        return answers.contains(true);
    }
}
