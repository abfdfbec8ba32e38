package io.github.cleanstaletypes.internal.lock;

import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The one lock per database that whoever changes types, and whoever migrates under a guard, holds: alone, or with others that migrate
 * other parts of it. Polled, never waited for: a transaction that waits for a lock holds a snapshot, and CREATE INDEX CONCURRENTLY would
 * wait for that in turn. Stateless.
 */
public final class AdvisoryLock {

    /** The key: the ASCII letters {@code cstypes} as a number. Advisory locks are per database (manual section 13.3.5). */
    public static final long KEY = 0x63_73_74_79_70_65_73L;

    /** The key, {@code cstypew}, that is held together by those who wait for the whole database; guards of parts let them pass. */
    public static final long WAITING = 0x63_73_74_79_70_65_77L;

    /** The values for {@link #addTo}. */
    public static final Map<String, Object> VALUES = Map.of("key", KEY);

    private static final SqlResource TRY_LOCK_IN_TRANSACTION = resource("try_lock_in_transaction.sql");
    private static final SqlResource TRY_LOCK_IN_SESSION = resource("try_lock_in_session.sql");
    private static final SqlResource TRY_NAME_IN_SESSION = resource("try_name_in_session.sql");
    private static final SqlResource ANNOUNCE_IN_TRANSACTION = resource("announce_in_transaction.sql");
    private static final SqlResource ANNOUNCE_IN_SESSION = resource("announce_in_session.sql");
    private static final SqlResource WITHDRAW = resource("withdraw_announcement.sql");

    private AdvisoryLock() {}

    private static SqlResource resource(String name) {
        return SqlResource.named(AdvisoryLock.class, name);
    }

    /**
     * Takes the lock until the end of the transaction, if nobody else has it; what is done under a guard that holds it,
     * this one or one that the thread works under, is done under its lock.
     */
    public static boolean tryWithin(Connection connection, Optional<GuardToken> guard) throws SQLException {
        return covers(connection, guard) || ask(connection, TRY_LOCK_IN_TRANSACTION, VALUES);
    }

    /** Whether a guard holds the lock that what is done here is done under: this one, or one that the thread works under. */
    public static boolean covers(Connection connection, Optional<GuardToken> guard) throws SQLException {
        return LockHolders.anyGuardWithin(
                connection,
                Stream.concat(guard.stream(), CurrentGuards.all().stream()).toList());
    }

    /** Takes the lock until the end of the transaction, if nobody else has it, with others' statements in a batch of these {@link #VALUES}. */
    public static SqlBatch addTo(SqlBatch batch, AtomicBoolean taken) {
        return batch.add(TRY_LOCK_IN_TRANSACTION, row -> taken.set(row.getBoolean("done")));
    }

    /** Says until the end of the transaction that somebody waits for the whole database; false if that has to be said again. */
    public static boolean announceWithin(Connection connection) throws SQLException {
        return ask(connection, ANNOUNCE_IN_TRANSACTION, Map.of("key", WAITING));
    }

    /** Takes what is wanted until the end of the session, if nobody is in the way. */
    public static boolean tryForSession(Connection connection, LockRequest request) throws SQLException {
        LockName name = request.name();
        return name == null
                ? ask(connection, TRY_LOCK_IN_SESSION, Map.of("key", KEY))
                : ask(
                        connection,
                        TRY_NAME_IN_SESSION,
                        Map.of("key", KEY, "name", name.key(), "waiting", WAITING, "gives_way", request.givesWay()));
    }

    /** Takes the lock of another key until the end of the session, if nobody else has it: what it stands for is the caller's affair. */
    public static boolean tryForSession(Connection connection, long key) throws SQLException {
        return ask(connection, TRY_LOCK_IN_SESSION, Map.of("key", key));
    }

    /** Says until {@link #withdraw} that this session waits for the whole database; false if that has to be said again. */
    public static boolean announce(Connection connection) throws SQLException {
        return ask(connection, ANNOUNCE_IN_SESSION, Map.of("key", WAITING));
    }

    /** Takes back what {@link #announce} said. */
    public static void withdraw(Connection connection) throws SQLException {
        ask(connection, WITHDRAW, Map.of("key", WAITING));
    }

    private static boolean ask(Connection connection, SqlResource question, Map<String, ?> values) throws SQLException {
        List<Boolean> answers = new ArrayList<>();
        new SqlBatch(values)
                .add(question, row -> answers.add(row.getBoolean("done")))
                .run(connection);
        return answers.contains(true);
    }
}
