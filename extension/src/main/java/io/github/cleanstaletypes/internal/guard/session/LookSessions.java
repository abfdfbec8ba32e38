package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A guard's sessions besides the lock's, and how many of them there may be. Where there may be none, the lock's own is lent: the command is to
 * run nevertheless. Used by the guard's thread; only {@link #room} and {@link #forLooks} by others.
 */
public final class LookSessions {

    /** How long a session that is closed may take to end. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofMillis(20);

    private final ConnectionSource database;
    private final boolean lockedElsewhere;
    private final OpenConnections open;
    private final BooleanSupplier pooled;
    private final Narrator narrator;
    private final ClosedSessions closed = new ClosedSessions();
    private volatile SessionRoom room = SessionRoom.UNLIMITED;
    private @Nullable LockSession lock;
    private boolean lendingTold;

    private interface Opening {
        Connection connection() throws SQLException;
    }

    /**
     * @param lockedElsewhere whether the lock's session is another role's, or does not go through the same pooler
     * @param pooled whether a pooler is in between
     */
    LookSessions(
            ConnectionSource database,
            boolean lockedElsewhere,
            OpenConnections open,
            BooleanSupplier pooled,
            Narrator narrator) {
        this.database = database;
        this.lockedElsewhere = lockedElsewhere;
        this.open = open;
        this.pooled = pooled;
        this.narrator = narrator;
    }

    /** Sees by the first session how many there may be, and tells what comes of that before anything is waited for. */
    void begin(Connection first) throws SQLException {
        boolean known = !room.equals(SessionRoom.UNLIMITED);
        room = SessionRoom.of(first);
        if (!known) {
            takenByLock().ifPresent(narrator::warn);
        }
    }

    /** From now on this is the session that has the lock, or will. */
    void under(LockSession session) {
        lock = session;
    }

    /** A session of guard's that is about to be closed. */
    void closing(Connection connection) throws SQLException {
        closed.add(connection);
    }

    /** Whom the lock's session leaves none to connect with, and what to do about that; empty if nobody. */
    public Optional<String> takenByLock() {
        return room.takenByLock(lockedElsewhere);
    }

    /** How many sessions there may be where the command migrates. */
    public SessionRoom room() {
        return room;
    }

    /** Where there may be few sessions, waits until those that are closed have made room for the command's. */
    public void awaitRoom() throws SQLException {
        LockSession session = lock;
        if (session != null && room.isTight() && !pooled.getAsBoolean()) {
            closed.awaitGone(session);
        }
    }

    /** Opens one to any address, which is given up after this time. */
    public Connection open(ConnectionSettings to, Duration limit) throws SQLException {
        return opened(() -> DatabaseAddress.connect(to, limit));
    }

    /** One in the database that is migrated, which a successor of this guard would end; where there is no other, the lock's. */
    public Connection underToken(GuardToken token) throws SQLException {
        LockSession lendable = lockedElsewhere || !database.own() ? null : lock;
        if (lendable != null && room.isTight()) {
            return lent(lendable, "few sessions are allowed here");
        }
        try {
            return second(token);
        } catch (SQLException e) {
            if (lendable == null || !SqlStates.of(e).equals(SqlStates.TOO_MANY_CONNECTIONS)) {
                throw e;
            }
            return lent(lendable, "no second session is to be had (" + ErrorLine.of(e) + ")");
        }
    }

    private Connection lent(LockSession session, String why) throws SQLException {
        if (!lendingTold) {
            narrator.step(why + ": guard looks and cleans by the session that holds its lock", Duration.ZERO);
        }
        lendingTold = true;
        return session.lend();
    }

    /** Such a one, and never the lock's. */
    public Connection second(GuardToken token) throws SQLException {
        return named(lookName(token));
    }

    /** One that only looks, named as the lock's is: neither a successor nor a cleaning needs it to be gone. */
    public Connection forLooks(GuardToken token) throws SQLException {
        return named(token.holderName());
    }

    private Connection named(String name) throws SQLException {
        Connection connection = opened(database::connect);
        try {
            // behind a pooler the next client would get the name with the session, and of a pool the next borrower
            if (database.own() && !pooled.getAsBoolean()) {
                AnswerLimit.within(connection, AnswerLimit.QUICK, "a new session", c -> {
                    LockSession.named(c, name);
                    return c;
                });
            }
            return connection;
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** Where only the command's role is short of sessions, the one before may just be ending. */
    private Connection opened(Opening opening) throws SQLException {
        Polling polling = new Polling(lockedElsewhere && room.isTight() ? ENDING : Duration.ZERO, POLL);
        while (true) {
            try {
                Connection connection = open.add(opening.connection());
                closed.add(connection);
                return connection;
            } catch (SQLException e) {
                if (!SqlStates.of(e).equals(SqlStates.TOO_MANY_CONNECTIONS) || !polling.again()) {
                    throw e;
                }
            }
        }
    }

    /** The {@code application_name} of a session that looks under this token. */
    static String lookName(GuardToken token) {
        return token.applicationName() + " guard";
    }
}
