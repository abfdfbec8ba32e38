package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.connect.ConnectionFailure;
import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.guard.command.CommandEnvironment;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.guard.session.GuardConnections;
import io.github.cleanstaletypes.internal.guard.session.LockSession;
import io.github.cleanstaletypes.internal.lock.HeldKey;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Proves, on one connection more, that the lock just taken holds others off, and that what the command will be given reaches the server.
 * Not thread-safe.
 */
public final class StartProof {

    private final GuardConnections sessions;
    private final ConnectionSettings migrated;
    private final ConnectionSettings locked;
    private final LockSession guard;
    private final Narrator narrator;
    private @Nullable LockVerdict lock;

    /**
     * Proves it for one guard.
     *
     * @param migrated where the command migrates
     * @param locked where the lock is taken; the same object if it is taken there
     */
    public StartProof(
            GuardConnections sessions,
            ConnectionSettings migrated,
            ConnectionSettings locked,
            LockSession guard,
            Narrator narrator) {
        this.sessions = sessions;
        this.migrated = migrated;
        this.locked = locked;
        this.guard = guard;
        this.narrator = narrator;
    }

    /**
     * Tries both, and tells what has come of it.
     *
     * @param wanted what the command is to get
     * @return what of it reaches the server
     * @throws io.github.cleanstaletypes.internal.guard.report.GuardException if the lock holds nobody off
     */
    public CommandEnvironment prove(CommandEnvironment wanted) throws InterruptedException, SQLException {
        long start = System.nanoTime();
        boolean apart = migrated != locked;
        CommandEnvironment reaching = wanted;
        if (apart && (wanted.named() || wanted.optioned())) {
            reaching = onSecond(migrated, wanted, false);
        }
        CommandEnvironment begun = apart ? wanted.with(false, false) : wanted;
        CommandEnvironment there = onSecond(locked, begun, true);
        tell(start);
        return apart ? reaching : there;
    }

    /** What became of the lock's proof, for a report; empty before it. */
    public Optional<String> inWords() {
        return Optional.ofNullable(lock).map(LockVerdict::inWords);
    }

    private CommandEnvironment onSecond(ConnectionSettings to, CommandEnvironment wanted, boolean ofLock)
            throws InterruptedException {
        try (SecondSession second = SecondSession.open(sessions, to, wanted)) {
            return shownBy(second, to, wanted, ofLock);
        } catch (SQLException e) {
            unknown("a second session could not be had: " + ConnectionFailure.of(e, to), ofLock);
            return wanted;
        }
    }

    private CommandEnvironment shownBy(
            SecondSession second, ConnectionSettings to, CommandEnvironment wanted, boolean ofLock)
            throws InterruptedException {
        try {
            Arrived arrived = Arrived.in(second.connection());
            if (ofLock) {
                lock = new LockTrial(
                                guard.identity(),
                                guard.keys().stream().map(HeldKey::key).toList(),
                                to.source())
                        .on(second.connection(), arrived.version());
            }
            CommandEnvironment reaching = arrived.of(second.begun());
            LeftOut.of(wanted, second, reaching).forEach(narrator::warn);
            return reaching;
        } catch (SQLException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            unknown("the second session could not look: " + ErrorLine.of(e), ofLock);
            return second.begun();
        }
    }

    private void unknown(String why, boolean ofLock) {
        if (!ofLock) {
            narrator.warn("whether PGAPPNAME and PGOPTIONS reach the server is not known: " + why);
        } else if (lock == null) {
            lock = LockVerdict.notProved(why);
        }
    }

    private void tell(long start) throws SQLException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        lock = Objects.requireNonNull(lock).confirmedBy(guard, locked.source());
        lock.tell(narrator, start);
    }
}
