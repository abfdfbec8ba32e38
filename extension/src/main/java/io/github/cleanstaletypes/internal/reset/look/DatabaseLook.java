package io.github.cleanstaletypes.internal.reset.look;

import io.github.cleanstaletypes.internal.reset.state.SeenDatabase;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Content;
import io.github.cleanstaletypes.internal.reset.state.SeenDatabase.Kind;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlBatch.RowReader;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what can be seen of databases from another one, each look in a transaction of its own. Stateless. */
public final class DatabaseLook {

    private static final SqlResource ALL = resource("all_databases.sql");
    private static final SqlResource SIZES = resource("database_sizes.sql");
    private static final SqlResource SESSIONS = resource("database_sessions.sql");
    private static final SqlResource OBSTACLES = resource("renaming_obstacles.sql");
    private static final SqlResource RIGHTS = resource("reset_rights.sql");
    private static final SqlResource CONTENT = resource("own_content.sql");

    private DatabaseLook() {}

    private static SqlResource resource(String name) {
        return SqlResource.named(DatabaseLook.class, name);
    }

    /** All databases of the server; what is in them is not looked at. */
    public static List<SeenDatabase> all(Connection maintenance) throws SQLException {
        List<SeenDatabase> all = new ArrayList<>();
        read(maintenance, ALL, Map.of(), row -> all.add(database(row)));
        return all;
    }

    /** How many bytes each of them has, by number; without those of which this role may not know. */
    public static Map<Long, Long> sizes(Connection maintenance, List<Long> databases) throws SQLException {
        Map<Long, Long> sizes = new HashMap<>();
        if (!databases.isEmpty()) {
            read(maintenance, SIZES, of(databases), row -> sizes.put(row.getLong("oid"), row.getLong("bytes")));
        }
        return sizes;
    }

    /** Who is connected to them. */
    public static List<DatabaseSession> sessions(Connection maintenance, List<Long> databases) throws SQLException {
        List<DatabaseSession> sessions = new ArrayList<>();
        if (!databases.isEmpty()) {
            read(maintenance, SESSIONS, of(databases), row -> sessions.add(DatabaseSession.of(row)));
        }
        return sessions;
    }

    /** What keeps them from being renamed or dropped, each as a line. */
    public static List<String> obstacles(Connection maintenance, List<Long> databases) throws SQLException {
        List<String> obstacles = new ArrayList<>();
        if (!databases.isEmpty()) {
            read(
                    maintenance,
                    OBSTACLES,
                    of(databases),
                    row -> obstacles.add(row.getString("kind") + " " + row.getString("name") + " in "
                            + row.getString("database") + ", " + row.getString("detail")));
        }
        return obstacles;
    }

    /**
     * What this role lacks for renaming or dropping them, each as a line; none if it may.
     *
     * @param creating whether it also has to make or rename one, for which it needs CREATEDB
     */
    public static List<String> lackingRights(Connection maintenance, List<Long> databases, boolean creating)
            throws SQLException {
        List<String> lacking = new ArrayList<>();
        read(maintenance, RIGHTS, of(databases), row -> {
            String role = row.getString("role_name");
            if (creating && !row.getBoolean("superuser") && !row.getBoolean("may_create")) {
                lacking.add("role " + role + " lacks CREATEDB (a superuser gives it: ALTER ROLE … CREATEDB)");
            }
            if (!row.getBoolean("owns")) {
                lacking.add("database " + row.getString("database") + " belongs to " + row.getString("owner")
                        + ", which " + role + " neither is nor may act as");
            }
        });
        return lacking.stream().distinct().toList();
    }

    /** Whether anything is in the database of this connection. */
    public static Content content(Connection inside) throws SQLException {
        List<String> kinds = new ArrayList<>();
        read(inside, CONTENT, Map.of(), row -> kinds.add(row.getString("kind")));
        return kinds.isEmpty() ? Content.NONE : Content.SOME;
    }

    private static Map<String, List<Long>> of(List<Long> databases) {
        return Map.of("databases", databases);
    }

    private static void read(Connection connection, SqlResource sql, Map<String, ?> values, RowReader reader)
            throws SQLException {
        Transaction.READS.batched(connection, c -> {
            Transaction.READS.opening(values).add(sql, reader).run(AnyText.on(c));
            return c;
        });
    }

    private static SeenDatabase database(ResultRow row) throws SQLException {
        return new SeenDatabase(
                row.getLong("oid"),
                row.getString("name"),
                Kind.valueOf(row.getString("kind")),
                row.getString("writer"),
                Content.UNKNOWN);
    }
}
