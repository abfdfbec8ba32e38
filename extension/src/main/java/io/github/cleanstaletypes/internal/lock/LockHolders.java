package io.github.cleanstaletypes.internal.lock;

import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from {@code pg_locks} who holds the advisory lock beside this session, as far as this role may see. Stateless. */
public final class LockHolders {

    private static final SqlResource HOLDER = SqlResource.named(LockHolders.class, "lock_holder.sql");

    private LockHolders() {}

    /** All who hold the database's key, in whatever mode; in a transaction of its own. */
    public static List<LockHolder> of(Connection connection) throws SQLException {
        return Transaction.READS.run(connection, LockHolders::within);
    }

    /** All who hold this key in this database, in whatever mode; in a transaction of its own. */
    public static List<LockHolder> of(Connection connection, long key) throws SQLException {
        return Transaction.READS.run(connection, c -> read(c, List.of(key)));
    }

    /** All who are in the way of this request; in a transaction of its own. */
    public static List<LockHolder> inTheWayOf(LockRequest request, Connection connection) throws SQLException {
        return Transaction.READS.run(
                connection,
                c -> read(c, request.keysInQuestion()).stream()
                        .filter(request::isKeptBy)
                        .toList());
    }

    /** The guard of this token, with the name that it holds, if its session holds the lock; in a transaction of its own. */
    public static Optional<GuardToken> guard(Connection connection, GuardToken token) throws SQLException {
        return Transaction.READS.run(connection, c -> guardWithin(c, token));
    }

    /** The same in the transaction at hand. */
    public static Optional<GuardToken> guardWithin(Connection connection, GuardToken token) throws SQLException {
        return within(connection).stream()
                .filter(holder -> holder.isGuard() && token.isOfHolder(holder.applicationName()))
                .findFirst()
                .map(holder -> token.named(holder.exclusive() ? null : holder.name()));
    }

    /** Whether the session of one of these guards holds the lock; in the transaction at hand. */
    static boolean anyGuardWithin(Connection connection, List<GuardToken> guards) throws SQLException {
        return !guards.isEmpty()
                && within(connection).stream()
                        .filter(LockHolder::isGuard)
                        .anyMatch(holder ->
                                guards.stream().anyMatch(guard -> guard.isOfHolder(holder.applicationName())));
    }

    /** All who hold the database's key, in whatever mode; in the transaction at hand. */
    public static List<LockHolder> within(Connection connection) throws SQLException {
        return read(connection, List.of(AdvisoryLock.KEY));
    }

    private static List<LockHolder> read(Connection connection, List<Long> keys) throws SQLException {
        List<LockHolder> holders = new ArrayList<>();
        new SqlBatch(Map.of("keys", keys.stream().map(String::valueOf).toList()))
                .add(HOLDER, row -> holders.add(holder(row)))
                .runInBytes(connection);
        return holders;
    }

    private static LockHolder holder(ResultRow row) throws SQLException {
        int pid = row.getInt("pid");
        boolean prepared = row.wasNull();
        double seconds = row.getDouble("since_seconds");
        Duration since = row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
        long name = row.getLong("name_key");
        boolean nameless = row.wasNull();
        return new LockHolder(
                prepared ? null : pid,
                row.getString("gid"),
                row.getLong("number"),
                row.getBoolean("exclusive"),
                nameless ? null : LockName.hash(name),
                row.getString("role_name"),
                row.getString("application_name"),
                row.getString("client"),
                since);
    }
}
