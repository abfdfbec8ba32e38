package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.EpochColumn;
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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what other sessions do. {@code pg_stat_activity} is frozen for the length of a transaction (manual section 27.2.2), so each
 * read throws away what this session had read of it before. Stateless.
 */
public final class ActivityReader {

    private static final SqlResource CREATORS = SqlResource.named(ActivityReader.class, "creators.sql");
    private static final SqlResource SESSIONS = SqlResource.named(ActivityReader.class, "sessions.sql");
    private static final SqlResource COMPANY = SqlResource.named(ActivityReader.class, "company.sql");
    private static final SqlResource FRESH = SqlResource.named(ActivityReader.class, "fresh_statistics.sql");

    private static final Map<String, Boolean> CREATING = Map.of("writers", false);
    private static final Map<String, Boolean> WRITING = Map.of("writers", true);

    private ActivityReader() {}

    /** Reads in a transaction of its own. */
    public static Activity read(Connection connection) throws SQLException {
        return read(connection, CREATING);
    }

    /** Reads which transactions may be creating something, since they have a transaction id; in a transaction of its own. */
    public static List<Creator> readWriters(Connection connection) throws SQLException {
        return read(connection, WRITING).creators();
    }

    /** What a batch needs to be asked who is creating something. */
    static Map<String, Boolean> values() {
        return CREATING;
    }

    /** Adds the question who is creating something, in a transaction of its own that follows the batch's, and ends the batch with it. */
    static SqlBatch endingWithCreators(SqlBatch batch, List<Creator> creators) {
        return Transaction.ending(Transaction.READS
                .after(batch)
                .add(QuickReader.PREFER_INDEXES)
                .add(CREATORS, row -> creators.add(creator(row))));
    }

    /** Adds likewise who is connected besides. */
    static SqlBatch endingWithSessions(SqlBatch batch, List<Creator> creators, List<ConnectedSession> sessions) {
        return Transaction.ending(Transaction.READS
                .after(batch)
                .add(QuickReader.PREFER_INDEXES)
                .add(CREATORS, row -> creators.add(creator(row)))
                .add(SESSIONS, row -> sessions.add(session(row))));
    }

    private static Activity read(Connection connection, Map<String, Boolean> which) throws SQLException {
        List<Creator> creators = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS.opening(which).add(CREATORS, row -> creators.add(creator(row))))
                    .runInBytes(c);
            return new Activity(creators);
        });
    }

    /** Reads likewise, and besides which other sessions are connected to this database. */
    public static Activity readWithSessions(Connection connection) throws SQLException {
        List<Creator> creators = new ArrayList<>();
        List<ConnectedSession> sessions = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS
                            .opening(CREATING)
                            .add(CREATORS, row -> creators.add(creator(row)))
                            .add(SESSIONS, row -> sessions.add(session(row))))
                    .runInBytes(c);
            return new Activity(creators, sessions);
        });
    }

    /** Reads within the caller's {@link Transaction#CHANGE}. */
    public static Activity readWithin(Connection connection) throws SQLException {
        List<Creator> creators = new ArrayList<>();
        new SqlBatch(CREATING)
                .add(FRESH)
                .add(CREATORS, row -> creators.add(creator(row)))
                .runInBytes(connection);
        return new Activity(creators);
    }

    /**
     * Whether nobody else can hold a reference to a name in this database: no other session but those in which guards hold or await
     * their lock, nothing prepared. Within the caller's {@link Transaction#CHANGE}.
     */
    public static boolean aloneWithin(Connection connection) throws SQLException {
        AtomicLong others = new AtomicLong(Long.MAX_VALUE);
        new SqlBatch(Map.of())
                .add(FRESH)
                .add(COMPANY, row -> others.set(row.getLong("others")))
                .run(connection);
        return others.get() == 0;
    }

    /** Reads which other sessions are connected to this database, within the caller's {@link Transaction#CHANGE}. */
    public static List<ConnectedSession> sessionsWithin(Connection connection) throws SQLException {
        List<ConnectedSession> sessions = new ArrayList<>();
        new SqlBatch(Map.of())
                .add(FRESH)
                .add(SESSIONS, row -> sessions.add(session(row)))
                .runInBytes(connection);
        return sessions;
    }

    private static ConnectedSession session(ResultRow row) throws SQLException {
        return new ConnectedSession(
                row.getInt("pid"),
                String.valueOf(row.getString("role_name")),
                String.valueOf(row.getString("application_name")),
                EpochColumn.moment(row, "since_epoch"));
    }

    private static Creator creator(ResultRow row) throws SQLException {
        int pid = row.getInt("pid");
        boolean prepared = row.wasNull();
        return new Creator(
                prepared ? null : pid,
                row.getString("gid"),
                row.getString("virtualtransaction"),
                row.getString("role_name"),
                row.getString("application_name"),
                row.getString("client"),
                row.getString("state"),
                row.getString("query"),
                row.getString("xid"),
                duration(row, "age_seconds"),
                idle(row));
    }

    private static @Nullable Idle idle(ResultRow row) throws SQLException {
        String start = row.getString("backend_start");
        String since = row.getString("idle_since");
        Duration length = duration(row, "idle_seconds");
        return start == null || since == null || length == null ? null : new Idle(start, since, length);
    }

    private static @Nullable Duration duration(ResultRow row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
