package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.internal.sql.ResultRow;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many sessions there may be at a time (manual, CREATE ROLE and CREATE DATABASE, CONNECTION LIMIT). Immutable.
 *
 * @param role who logs in
 * @param ofRole how many this role may have; a negative number means any number
 * @param superuser whether neither limit is in its way
 * @param database the name of the database
 * @param ofDatabase how many the database may have, those of superusers counted; likewise
 */
public record SessionRoom(String role, int ofRole, boolean superuser, String database, int ofDatabase) {

    private static final SqlResource ROOM = SqlResource.named(SessionRoom.class, "session_room.sql");

    /** One for the lock, one for the command, and one that may be ending. */
    private static final int ENOUGH_TO_CLEAN = 3;

    /** A look that comes while the command is at work must not take the place of one of the command's. */
    private static final int ENOUGH_TO_WATCH = 5;

    /** Where nothing is limited but by the server itself. */
    static final SessionRoom UNLIMITED = new SessionRoom("", -1, true, "", -1);

    static SessionRoom of(Connection connection) throws SQLException {
        List<SessionRoom> found = new ArrayList<>();
        return Transaction.READS.batched(connection, c -> {
            Transaction.ending(Transaction.READS.opening(Map.of()).add(ROOM, row -> found.add(of(row))))
                    .runInBytes(c);
            return found.isEmpty() ? UNLIMITED : found.get(0);
        });
    }

    private static SessionRoom of(ResultRow row) throws SQLException {
        return new SessionRoom(
                row.getString("role_name"),
                row.getInt("of_role"),
                row.getBoolean("superuser"),
                row.getString("database"),
                row.getInt("of_database"));
    }

    /** Whether a second session of guard's would be in the way of the command. */
    boolean isTight() {
        return isLessThan(ENOUGH_TO_CLEAN);
    }

    /** Whether there is room for a session that looks while the command runs. */
    public boolean isEnoughToWatch() {
        return !isLessThan(ENOUGH_TO_WATCH);
    }

    private boolean isLessThan(int sessions) {
        return limits(ofDatabase, sessions) || (!superuser && limits(ofRole, sessions));
    }

    private static boolean limits(int limit, int sessions) {
        return limit >= 0 && limit < sessions;
    }

    /**
     * Who cannot connect while guard's lock has its session, and what to do about it; empty if somebody can.
     *
     * @param apart whether the lock is another role's
     */
    Optional<String> takenByLock(boolean apart) {
        if (limits(ofDatabase, 2)) {
            return Optional.of("database " + quoted(database) + " may have one session at a time, and that is the one"
                    + " with guard's lock: only a superuser's command can connect. Let it have more: ALTER DATABASE "
                    + quoted(database) + " CONNECTION LIMIT 5");
        }
        if (!apart && !superuser && limits(ofRole, 2)) {
            return Optional.of("role " + quoted(role) + " may have one session at a time, and that is the one with"
                    + " guard's lock: a command of this role cannot connect. Let it have more (ALTER ROLE "
                    + quoted(role) + " CONNECTION LIMIT 5), or have the lock taken by another role (--lock-url)");
        }
        return Optional.empty();
    }

    private static String quoted(String name) {
        return new SqlName(null, name).toString();
    }
}
