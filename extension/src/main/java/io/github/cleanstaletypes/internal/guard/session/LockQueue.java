package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.lock.LockHolder;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.lock.Polling;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Waits until this guard has the lock and its predecessors are gone. */
public final class LockQueue {

    private static final Duration POLL = Duration.ofMillis(150);
    private static final Duration FENCE_POLL = Duration.ofMillis(50);

    /** A holder that changes is told again, but among many guards not each time. */
    private static final Duration TELL = Duration.ofSeconds(10);

    private final GuardConnections sessions;
    private final LockRequest request;
    private final Duration limit;
    private final Duration strangers;
    private final Narrator narrator;
    private final Set<Integer> passedOver = new HashSet<>();

    /** @param request what is to be had */
    public LockQueue(GuardConnections sessions, LockRequest request, GuardWaits waits, Narrator narrator) {
        this.sessions = sessions;
        this.request = request;
        this.limit = waits.lock();
        this.strangers = waits.creators();
        this.narrator = narrator;
    }

    /** Polls; a server that is restarted meanwhile is waited for. */
    public LockSession locked() throws DatabaseUnavailableException, InterruptedException, SQLException {
        return locked(new Polling(limit, POLL));
    }

    private LockSession locked(Polling polling)
            throws DatabaseUnavailableException, InterruptedException, SQLException {
        Telling telling = new Telling();
        LockSession session = sessions.lockSession(request);
        try {
            while (!session.tryLock()) {
                telling.of(session);
                if (!polling.again()) {
                    throw notHad(session);
                }
            }
            return session;
        } catch (SQLException e) {
            session.close();
            if (!SqlStates.connectionLost(e) || !polling.again()) {
                throw e;
            }
            return locked(polling);
        } catch (InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private GuardException notHad(LockSession session) throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return new GuardException("another guard or clean has held the lock for " + limit.toMillis() / 1000.0 + " s: "
                + LockHolder.inWords(session.holders()) + " (" + request.inWords()
                + "); the command was not started");
    }

    /** Tells who holds the lock. */
    private final class Telling {
        private Set<String> told = Set.of();
        private long last;

        void of(LockSession session) throws SQLException {
            if (!told.isEmpty() && System.nanoTime() - last < TELL.toNanos()) {
                return;
            }
            List<LockHolder> holders = session.holders();
            Set<String> now = holders.stream()
                    .map(holder -> holder.pid() + "/" + holder.gid())
                    .collect(Collectors.toSet());
            if (!now.isEmpty() && !now.equals(told)) {
                told = now;
                last = System.nanoTime();
                narrator.waitingForLock(LockHolder.inWords(holders), limit);
            }
        }
    }

    /** The sessions that this role may not end, and that did not go by themselves. */
    public Set<Integer> passedOver() {
        return Set.copyOf(passedOver);
    }

    /**
     * Ends what other guards' commands have left, and waits until it is gone. Whoever may log in can call itself such a command: a session
     * that this role may not end is waited for as long as for one that is creating something, and must not stop a deployment.
     *
     * @param ownToo whether that of this guard's own command is ended too
     * @return how many of them are gone
     */
    public int fence(LockSession session, boolean ownToo) throws SQLException, InterruptedException {
        Polling polling = new Polling(limit, FENCE_POLL);
        Polling shorter = new Polling(strangers, FENCE_POLL);
        List<FencedSession> first = toAwait(session.fence(ownToo));
        FencedSession.endedOrNot(
                        first.stream()
                                .filter(one -> !one.isLookOf(session.token()))
                                .toList(),
                        session.token(),
                        "is still connected")
                .forEach(narrator::warn);
        List<FencedSession> left = first;
        while (!left.isEmpty()) {
            boolean foreign = left.stream().noneMatch(FencedSession::mayEnd);
            if (!(foreign ? shorter : polling).again()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (foreign) {
                    return first.size() - passOver(left);
                }
                throw new GuardException(
                        "the command was not started: " + FencedSession.stillThere(left, session.token()));
            }
            left = toAwait(session.fence(ownToo));
        }
        return first.size();
    }

    private List<FencedSession> toAwait(List<FencedSession> found) {
        return found.stream()
                .filter(session -> session.mayEnd() || !passedOver.contains(session.pid()))
                .toList();
    }

    private int passOver(List<FencedSession> left) {
        left.forEach(session -> passedOver.add(session.pid()));
        narrator.warn("session " + FencedSession.inWords(left) + " is still connected after "
                + strangers.toMillis() / 1000.0 + " s, and may be nobody's; the command is started nevertheless");
        return left.size();
    }
}
