package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.internal.connect.DatabaseUnavailableException;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.guard.HeldLock;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.guard.session.Pool;
import io.github.cleanstaletypes.internal.run.RunFailedException;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.text.GuardLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.slf4j.LoggerFactory;

/**
 * The database's lock, held for one test class until its first test; then, or when the class is over, it is given back, once. Can be shared
 * between threads.
 */
@SuppressWarnings("deprecation") // JUnit 5.12 closes nothing else
final class ExclusiveLock implements CloseableResource, AutoCloseable {

    private static final Duration CONNECTING = Duration.ofSeconds(30);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration STOPPING = Duration.ofSeconds(10);

    private final Database database;
    private final AtomicReference<@Nullable HeldLock> held;

    private ExclusiveLock(Database database, @Nullable HeldLock held) {
        this.database = database;
        this.held = new AtomicReference<>(held);
    }

    /** @throws Misuse if it is not to be had */
    static ExclusiveLock take(Database database, CleaningRequest wanted) {
        GuardWaits waits = new GuardWaits(
                CONNECTING,
                Objects.requireNonNullElse(wanted.lockWait(), Duration.ofMinutes(5)),
                Objects.requireNonNullElse(wanted.creatorsWait(), Duration.ofSeconds(10)),
                HEARTBEAT,
                STOPPING);
        GuardLog log = new GuardLog(LoggerFactory.getLogger(CleanStaleTypes.class), Audience.JUNIT);
        try {
            return new ExclusiveLock(
                    database,
                    HeldLock.take(new Pool(database.dataSource(), CONNECTING), waits, log)
                            .orElse(null));
        } catch (GuardException | RunFailedException | DatabaseUnavailableException e) {
            throw new Misuse(database.where() + ": " + GuardLog.ofCode(String.valueOf(e.getMessage())), e);
        } catch (SQLException e) {
            throw new Misuse(database.where() + ": the database failed: " + ErrorLine.of(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Misuse(database.where() + ": interrupted while waiting for the lock", e);
        }
    }

    /** Whether it is still held, and is this database's. */
    boolean isHeldFor(Database other) {
        return held.get() != null && database.place().equals(other.place());
    }

    /** Works under it in this thread too, if it is still held. */
    void enter() {
        HeldLock lock = held.get();
        if (lock != null) {
            lock.enter();
        }
    }

    /**
     * Gives it back, unless that has been done.
     *
     * @throws Misuse if it was lost before
     */
    void release() {
        HeldLock lock = held.getAndSet(null);
        if (lock == null) {
            return;
        }
        try {
            lock.release();
        } catch (GuardException e) {
            throw new Misuse(database.where() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        release();
    }
}
