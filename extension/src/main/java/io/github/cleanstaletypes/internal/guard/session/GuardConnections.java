package io.github.cleanstaletypes.internal.guard.session;

import io.github.cleanstaletypes.internal.connect.ConnectionSettings;
import io.github.cleanstaletypes.internal.guard.report.GuardException;
import io.github.cleanstaletypes.internal.guard.report.Narrator;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.lock.LockHolders;
import io.github.cleanstaletypes.internal.lock.LockRequest;
import io.github.cleanstaletypes.internal.sql.AnswerLimit;
import io.github.cleanstaletypes.internal.sql.OpenConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the connections that a guard needs: one for the lock, and now and then one to look into the database. All of them can be broken off
 * by another thread.
 */
public final class GuardConnections {

    private final ConnectionSource database;
    private final @Nullable ConnectionSource lock;
    private final GuardWaits waits;
    private final Narrator narrator;
    private final OpenConnections open = new OpenConnections();
    private final LookSessions looks;
    private @Nullable Identity behindPooler;

    /**
     * @param database what is cleaned and migrated
     * @param lock where the lock is taken if not there: the same database without a pooler; or null
     */
    public GuardConnections(
            ConnectionSettings database, @Nullable ConnectionSettings lock, GuardWaits waits, Narrator narrator) {
        this(new DatabaseAddress(database), lock == null ? null : new DatabaseAddress(lock), waits, narrator);
    }

    /** From these sources. */
    public GuardConnections(
            ConnectionSource database, @Nullable ConnectionSource lock, GuardWaits waits, Narrator narrator) {
        this.database = database;
        this.lock = lock;
        this.waits = waits;
        this.narrator = narrator;
        this.looks = new LookSessions(database, lock != null, open, this::pooled, narrator);
    }

    /** Breaks off what is open, and from now on what is opened: whoever waits for an answer gets an error. */
    public void abort() {
        open.abort();
    }

    /** Waits until the database that is migrated answers. */
    Connection await() throws InterruptedException, SQLException {
        return await(database);
    }

    /** A session for the lock, which leads straight to the server of the database that is migrated. */
    LockSession lockSession(LockRequest request) throws InterruptedException, SQLException {
        LockSession session = lock == null ? direct(await(), database, request) : elsewhere(lock, request);
        looks.under(session);
        return session;
    }

    private LockSession elsewhere(ConnectionSource lock, LockRequest request)
            throws InterruptedException, SQLException {
        Identity migrated;
        try (Connection connection = await()) {
            migrated = Identity.of(connection);
            looks.begin(connection);
            looks.closing(connection);
        }
        behindPooler = migrated.pooled() ? migrated : null;
        LockSession session = direct(await(lock), lock, request);
        if (!session.identity().sameDatabase(migrated)) {
            session.close();
            throw new GuardException(lock.source() + " leads to another database than " + database.source()
                    + " does: the lock must be taken in the one that is migrated");
        }
        return session;
    }

    /** The guard of this token, with the name that it has, if it holds the lock of the database that is migrated. */
    public Optional<GuardToken> holding(GuardToken token) throws InterruptedException, SQLException {
        try (Connection connection = await()) {
            Identity migrated = Identity.of(connection);
            behindPooler = migrated.pooled() ? migrated : null;
            looks.closing(connection);
            return AnswerLimit.within(
                    connection, waits.answer(), "who holds the lock", c -> LockHolders.guard(c, token));
        }
    }

    /** Whether the command goes through a pooler, which takes no PGOPTIONS. */
    public boolean pooled() {
        return behindPooler != null;
    }

    /** The sessions besides the lock's. */
    public LookSessions looks() {
        return looks;
    }

    private LockSession direct(Connection connection, ConnectionSource from, LockRequest request)
            throws InterruptedException, SQLException {
        try {
            Identity identity = Identity.of(connection);
            if (from == database) {
                looks.begin(connection);
            }
            if (identity.pooled()) {
                throw new GuardException(
                        from.source() + " leads to a connection pooler, where two guards can both get the" + " lock; "
                                + from.wayAroundPooler());
            }
            if (identity.inRecovery()) {
                throw new GuardException(
                        from.source() + " leads to a standby, which takes no changes; guard needs the primary");
            }
            return LockSession.on(from.forLock(connection), identity, request, waits.answer());
        } catch (InterruptedException | SQLException | RuntimeException e) {
            try (connection) {
                throw e;
            }
        }
    }

    private Connection await(ConnectionSource to) throws InterruptedException, SQLException {
        return to.await(waits.database(), open, narrator);
    }
}
