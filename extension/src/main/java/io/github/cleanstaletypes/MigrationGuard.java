package io.github.cleanstaletypes;

import io.github.cleanstaletypes.internal.apply.Progress;
import io.github.cleanstaletypes.internal.explain.ExplanationException;
import io.github.cleanstaletypes.internal.finding.remedy.Audience;
import io.github.cleanstaletypes.internal.guard.CodeGuard;
import io.github.cleanstaletypes.internal.guard.OnLockLost;
import io.github.cleanstaletypes.internal.guard.RunSettings;
import io.github.cleanstaletypes.internal.guard.session.GuardWaits;
import io.github.cleanstaletypes.internal.guard.session.Pool;
import io.github.cleanstaletypes.internal.run.Cleaner;
import io.github.cleanstaletypes.internal.text.GuardLog;
import io.github.cleanstaletypes.internal.text.LogReport;
import io.github.cleanstaletypes.report.CleanupReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs code that migrates a PostgreSQL database, one process and thread at a time, as the command {@code guard} runs a command: waits for the
 * lock of the database, which that command, other guards and {@link StaleTypes#clean()} take too; ends what commands of killed guards have
 * left connected; cleans; runs the code; and explains its failure.
 *
 * <pre>{@code
 * MigrationGuard.in(dataSource).claimingPending(Path.of("migrations")).run(() -> flyway.migrate());
 * }</pre>
 *
 * <p><b>Connections.</b> The lock is held on one connection of the data source from before the cleaning until after the code, besides those
 * that the code takes: a pool must have two. Advisory locks belong to a session (manual section 13.3.5), so behind a pooler such as PgBouncer
 * this is refused. What is changed on a connection of the pool is set back before it is given back; if that cannot be done, it is broken off,
 * and the pool throws it away.
 *
 * <p><b>Failures.</b> What the code throws is thrown on, the same object. If it is an error of this family (such as SQLSTATE 23505 on
 * {@code pg_type_typname_nsp_index}, 42710, 42P07), its explanation is attached as a suppressed exception. Before that, the code may be run
 * again from its beginning: see {@link #retrying} and {@link #healing}.
 *
 * <p><b>A lock that is lost</b>, since its session is gone, interrupts the thread that runs the code: another guard may start at any moment.
 * The driver does not listen to interrupts, so the statement at hand runs to its end. Whatever the code makes of it, the caller gets a
 * {@link MigrationGuardException} that says so; the thread is not interrupted any more then.
 *
 * <p><b>Interrupts.</b> A thread that is interrupted while it waits gets a {@link MigrationGuardException}, and is still interrupted. The
 * code itself may listen to an interrupt or not; it is not run again after one.
 *
 * <p><b>Nested.</b> Within the code, another guard of the same database, {@link StaleTypes}, the Flyway callback and the JUnit extension know
 * that the lock is held for them, in the same thread and in threads that it has started. So does all that runs in a process under the command
 * {@code guard}. A thread of a pool that was there before, and any worker of a ForkJoinPool, is somebody else,
 * and waits.
 *
 * <p>What happens is logged by SLF4J to the logger of this class's name: what was removed, with what undoes it, and for whom it waits. Each
 * method returns a new object; an object can be shared between threads and used as often as one likes. PostgreSQL 14 or later.
 */
public final class MigrationGuard {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationGuard.class);

    /** As often as the command line's guard. */
    private static final int RETRIES = 2;

    /** Those of the command line. */
    private static final GuardWaits WAITS = new GuardWaits(
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10));

    private final DataSource dataSource;
    private final Cleaner cleaner;
    private final GuardWaits waits;
    private final int retries;
    private final boolean healing;

    private MigrationGuard(DataSource dataSource, Cleaner cleaner, GuardWaits waits, int retries, boolean healing) {
        this.dataSource = dataSource;
        this.cleaner = cleaner;
        this.waits = waits;
        this.retries = retries;
        this.healing = healing;
    }

    /** Guards code that migrates the database that this data source connects to. */
    public static MigrationGuard in(DataSource dataSource) {
        return new MigrationGuard(dataSource, Cleaner.in(dataSource), WAITS, RETRIES, true);
    }

    /**
     * Claims names by hand, as {@link StaleTypes#claiming} does.
     *
     * @throws IllegalArgumentException if SQL would not read one as a name
     * @throws NullPointerException if one is null
     */
    public MigrationGuard claiming(String... names) {
        return with(cleaner.claiming(names));
    }

    /**
     * Claims the names that pending migrations of this directory will create, as {@link StaleTypes#claimingPending} does. Flyway's callback
     * {@code CleanStaleTypesCallback} needs no directory for that.
     *
     * @throws IllegalArgumentException if it cannot be read, or holds no {@code .sql} file
     */
    public MigrationGuard claimingPending(Path directory) {
        return with(cleaner.claimingPending(directory));
    }

    /** Claims every standalone type that nothing uses. Somebody may want one of them: look at a dry run of {@link StaleTypes} first. */
    public MigrationGuard claimingAllUnused() {
        return with(cleaner.claimingAllUnused());
    }

    /**
     * Looks only into schemas that one of these patterns covers; a bare name then means these schemas.
     *
     * @param globs {@code *} is any number of characters, {@code ?} is one
     */
    public MigrationGuard inSchemas(String... globs) {
        return with(cleaner.inSchemas(globs));
    }

    /** Rolls these prepared transactions back before the code runs, if they have created something. */
    public MigrationGuard rollingBack(String... gids) {
        return with(cleaner.rollingBack(gids));
    }

    /** Ends sessions before the code runs, as {@link StaleTypes#endingIdleAfter} does. Without this, none is ended. */
    public MigrationGuard endingIdleAfter(Duration atLeast) {
        return with(cleaner.endingIdleAfter(atLeast));
    }

    /** Waits this long for the lock, and for what commands of killed guards have left connected; 5 minutes by default. */
    public MigrationGuard waitingForLock(Duration atMost) {
        return with(waits.lock(atMost));
    }

    /**
     * Waits this long for transactions that are creating something, before each attempt; 10 seconds by default. Then the code is run
     * nevertheless.
     */
    public MigrationGuard waitingForCreators(Duration atMost) {
        return with(waits.creators(atMost));
    }

    /** Waits this long for the database to answer, and for the pool to give a connection; 30 seconds by default, and 2 at least. */
    public MigrationGuard waitingForDatabase(Duration atMost) {
        return with(waits.database(atMost));
    }

    /**
     * Runs the code again, from its beginning, if it fails because of another session at the same moment (such as 23505 on an index of a
     * catalog) or meets what was committed only while it ran; 2 times by default. What the code had committed before it failed stays.
     *
     * @param times 0 for never
     * @throws IllegalArgumentException if it is negative
     */
    public MigrationGuard retrying(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("retrying(" + times + "): a number of times is 0 or more");
        }
        return new MigrationGuard(dataSource, cleaner, waits, times, healing);
    }

    /**
     * Runs the code again if its error (42710, 42P07) names a type that nothing uses, with that type renamed out of the way; it is dropped
     * only if its name is taken afterwards, which shows that it was in the way. An invalid index that the error names is dropped. On by
     * default.
     */
    public MigrationGuard healing(boolean on) {
        return new MigrationGuard(dataSource, cleaner, waits, retries, on);
    }

    /**
     * Runs code that migrates.
     *
     * @throws MigrationGuardException if it could not be run under the lock, or the lock was lost meanwhile
     */
    public void run(Runnable migration) {
        CodeGuard<@Nullable Void> guard = guarded(() -> {
            migration.run();
            return null;
        });
        Throwable failure = guard.failure();
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    /**
     * Runs code that migrates, and returns what it returns.
     *
     * @param <T> what the code returns; may be null
     * @throws MigrationGuardException if it could not be run under the lock, or the lock was lost meanwhile
     * @throws Exception what the code has thrown
     */
    @SuppressWarnings("NullAway") // null is what the code has returned
    public <T extends @Nullable Object> T call(Callable<T> migration) throws Exception {
        CodeGuard<T> guard = guarded(migration);
        Throwable failure = guard.failure();
        if (failure instanceof Exception exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return guard.result();
    }

    private <T extends @Nullable Object> CodeGuard<T> guarded(Callable<T> code) {
        CodeGuard<T> guard = new CodeGuard<>(
                code, new Pool(dataSource, waits.database()), settings(), new GuardLog(LOG, Audience.LIBRARY));
        guard.run();
        Throwable failure = guard.failure();
        if (failure != null) {
            guard.explanation()
                    .ifPresent(explanation -> ExplanationException.attach(failure, explanation, Audience.LIBRARY));
        }
        String error = guard.error();
        if (error != null) {
            fail(guard, GuardLog.ofCode(error), failure);
        }
        return guard;
    }

    /** What the code has done counts, whatever becomes of the guard after that; unless it has done it without the lock. */
    private static void fail(CodeGuard<?> guard, String error, @Nullable Throwable failure) {
        if (!guard.started() || guard.lockLost()) {
            throw new MigrationGuardException(error, guard.started(), failure);
        }
        if (failure == null) {
            LOG.warn("The migration has succeeded; its guard has failed after that: {}", error);
        } else {
            failure.addSuppressed(new MigrationGuardException(error, true, null));
        }
    }

    private RunSettings settings() {
        return new RunSettings(
                (types, wait) -> cleaned(types.like(cleaner).waitingForCreators(wait)),
                Progress.SILENT,
                waits,
                OnLockLost.STOP,
                retries,
                false,
                healing);
    }

    private static CleanupReport cleaned(Cleaner types) {
        CleanupReport report = types.clean();
        LogReport.write(report, Audience.LIBRARY, LOG);
        return report;
    }

    private MigrationGuard with(Cleaner changed) {
        return new MigrationGuard(dataSource, changed, waits, retries, healing);
    }

    private MigrationGuard with(GuardWaits changed) {
        return new MigrationGuard(dataSource, cleaner, changed, retries, healing);
    }
}
