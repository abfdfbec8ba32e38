package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.HeldKey;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.Connection;
import java.sql.SQLException;

/** Proves, on one connection more of a pool, that the lock just taken holds others off. Stateless. */
public final class PoolProof {

    private static final String SOURCE = "the data source";

    private PoolProof() {}

    /**
     * Tries it, and tells what has come of it.
     *
     * @throws io.github.cleanstaletypes.internal.guard.report.GuardException if the lock holds nobody off
     */
    public static void prove(GuardConnections sessions, LockSession guard, Narrator narrator)
            throws InterruptedException, SQLException {
        long start = System.nanoTime();
        LockVerdict verdict = tried(sessions, guard);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        verdict.confirmedBy(guard, SOURCE).tell(narrator, start);
    }

    private static LockVerdict tried(GuardConnections sessions, LockSession guard) {
        try (Connection second = sessions.looks().second(guard.token())) {
            return new LockTrial(
                            guard.identity(),
                            guard.keys().stream().map(HeldKey::key).toList(),
                            SOURCE)
                    .on(second, Arrived.in(second).version());
        } catch (SQLException e) {
            return LockVerdict.notProved("a second session could not be had: " + ErrorLine.of(e));
        }
    }
}
