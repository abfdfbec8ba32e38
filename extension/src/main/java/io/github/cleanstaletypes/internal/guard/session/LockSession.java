package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.lock.AdvisoryLock;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.HeldKey;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import io.github.cleanstaletypes.internal.lock.LockName;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The session that holds the lock, on a connection of its own: as long as it lives, no second guard gets the lock, nor one of another
 * name the same part of it. Its methods can be called from several threads, one at a time.
 */
public final class LockSession implements AutoCloseable {

    private static final SqlResource FENCE = SqlResource.named(LockSession.class, "fence.sql");
    private static final SqlResource NAME = SqlResource.named(LockSession.class, "application_name.sql");
    private static final SqlResource LOOK_AFTER_CLIENT = SqlResource.named(LockSession.class, "look_after_client.sql");
    private static final SqlResource STILL_THERE = SqlResource.named(LockSession.class, "still_there.sql");

    private final AskedSession session;
    private final Identity identity;
    private final GuardToken token;
    private final LockRequest request;
    private boolean announced;

    private LockSession(AskedSession session, Identity identity, GuardToken token, LockRequest request) {
        this.session = session;
        this.identity = identity;
        this.token = token;
        this.request = request;
    }

    /**
     * Makes this connection, in autocommit mode, a lock session; it is closed with it. Its settings are the session's own: it must lead
     * straight to the server.
     *
     * @param request what it is to hold
     * @param answer how long each of its answers may take, to its end
     */
    static LockSession on(Connection connection, Identity identity, LockRequest request, Duration answer)
            throws SQLException {
        AskedSession session = AskedSession.on(connection, answer);
        LockName name = request.name();
        GuardToken token = GuardToken.create(identity.database(), Identity.cluster(connection), name);
        session.ask(c -> {
            named(c, token.holderName() + (name == null ? "" : " " + name.text()));
            return token;
        });
        return new LockSession(session, identity, token, request);
    }

    /** Says what a session is for, where it leads straight to the server. */
    static void named(Connection connection, String name) throws SQLException {
        new SqlBatch(Map.of("name", name)).add(NAME).run(connection);
    }

    public Identity identity() {
        return identity;
    }

    public GuardToken token() {
        return token;
    }

    /** What this session holds, once {@link #tryLock} has succeeded. */
    public List<HeldKey> keys() {
        return request.keys();
    }

    /** Where it leads by now. */
    public Identity leadsNow() throws SQLException {
        return session.ask(Identity::of);
    }

    boolean tryLock() throws SQLException {
        return session.ask(c -> {
            boolean had = AdvisoryLock.tryForSession(c, request);
            if (!had && !announced && request.name() == null) {
                announced = AdvisoryLock.announce(c);
            } else if (had && announced) {
                AdvisoryLock.withdraw(c);
                announced = false;
            }
            return had;
        });
    }

    /** Who is in the way of what this session is to hold. */
    List<LockHolder> holders() throws SQLException {
        return session.ask(c -> LockHolders.inTheWayOf(request, c));
    }

    /**
     * Ends the sessions of other guards' commands in this database, as far as this role may: where this guard has a name, those of this
     * name and those without one. A session that was told to end is still there for a moment.
     *
     * @param ownToo whether this guard's own command's are ended too
     * @return all that are there
     */
    List<FencedSession> fence(boolean ownToo) throws SQLException {
        return ended(ownToo ? "" : token.text(), true);
    }

    /** Ends likewise those that have come later; where this guard has a name, of its name alone. */
    List<FencedSession> fenceLate() throws SQLException {
        return ended(token.text(), token.name() == null);
    }

    private List<FencedSession> ended(String butOf, boolean nameless) throws SQLException {
        List<FencedSession> found = new ArrayList<>();
        SqlBatch batch = new SqlBatch(
                        Map.of("prefix", token.prefix(), "own", butOf, "name", token.mark(), "nameless", nameless))
                .add(
                        FENCE,
                        row -> found.add(new FencedSession(
                                row.getInt("pid"),
                                row.getString("database"),
                                row.getString("role_name"),
                                row.getString("application_name"),
                                row.getBoolean("may"))));
        session.ask(batch);
        return found;
    }

    /** Whether a session of this server can be told to look after its client; not on every system (manual section 20.3.3). */
    public boolean looksAfterClients() throws SQLException {
        try {
            session.ask(new SqlBatch(Map.of()).add(LOOK_AFTER_CLIENT));
            return true;
        } catch (SQLException e) {
            if (Set.of(SqlStates.INVALID_PARAMETER_VALUE, SqlStates.UNDEFINED_OBJECT)
                    .contains(SqlStates.of(e))) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Lends this session to the thread that calls, until what it gets is closed: nobody looks after the lock meanwhile, but whoever uses the
     * session sees when it is lost.
     */
    Connection lend() throws SQLException {
        return session.lend();
    }

    /** Whether one of these backends is still there. */
    boolean seesAny(List<String> pids) throws SQLException {
        return session.ask(c -> !"0".equals(SqlBatch.text(c, STILL_THERE, Map.of("pids", pids))));
    }

    /** Breaks the connection off, which gives the lock back too; by any thread, whatever another one waits for. */
    void abort() {
        session.abort();
    }

    /** Gives the lock back, if it is still there to be given back. */
    @Override
    public void close() throws SQLException {
        session.close();
    }
}
