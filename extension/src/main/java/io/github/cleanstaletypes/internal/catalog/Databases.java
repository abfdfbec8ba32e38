package io.github.cleanstaletypes.internal.catalog;

import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The databases of a server that may hold somebody's objects, templates left out. Immutable.
 *
 * @param open those that take connections, by name
 * @param closed those that take none
 * @param freeSessions how many sessions this role could have besides those that there were
 */
public record Databases(List<String> open, List<String> closed, long freeSessions) {

    private static final SqlResource DATABASES = SqlResource.named(Databases.class, "databases.sql");
    private static final SqlResource FREE_SESSIONS = SqlResource.named(Databases.class, "free_sessions.sql");

    public Databases {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
    }

    /** Reads in a transaction of its own; any role may. */
    public static Databases read(Connection connection) throws SQLException {
        List<String> open = new ArrayList<>();
        List<String> closed = new ArrayList<>();
        AtomicLong free = new AtomicLong();
        return Transaction.SNAPSHOT.batched(connection, c -> {
            Transaction.SNAPSHOT
                    .opening(Map.of())
                    .add(DATABASES, row -> (row.getBoolean("open") ? open : closed).add(row.getString("name")))
                    .add(FREE_SESSIONS, row -> free.set(row.getLong("free")))
                    .runInBytes(c);
            return new Databases(open, closed, free.get());
        });
    }
}
