package io.github.cleanstaletypes.internal.guard.proof;

import io.github.cleanstaletypes.internal.guard.session.Identity;
import io.github.cleanstaletypes.internal.sql.ErrorLine;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlResource;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A second session tries to take what the guard holds, and looks who holds it. That it does not get it shows that the lock is one only
 * where both lead to the same server.
 *
 * @param guard where the guard's session leads
 * @param keys what it holds
 * @param source what named the address
 */
record LockTrial(Identity guard, List<Long> keys, String source) {

    static final String POOLER =
            "a connection pooler is in between: give the address of the server itself by --lock-url";

    private static final SqlResource TRY = SqlResource.named(LockTrial.class, "second_try.sql");
    private static final SqlResource TRY_IN_SESSION = SqlResource.named(LockTrial.class, "second_try_in_session.sql");
    private static final SqlResource HOLDERS = SqlResource.named(LockTrial.class, "seen_holders.sql");

    /** Tries each key; what keeps this session from trying or looking is no proof of anything. */
    LockVerdict on(Connection second, String version) {
        try {
            Identity there = Identity.of(second);
            if (there.inRecovery()) {
                return LockVerdict.notProved("the second session was led to a standby");
            }
            if (!there.sameDatabase(guard)) {
                return LockVerdict.refuted(elsewhere(there));
            }
            for (long key : keys) {
                LockVerdict verdict = tried(key, second, version, there.pid());
                if (verdict.outcome() != LockVerdict.Outcome.PROVED) {
                    return verdict;
                }
            }
            return LockVerdict.PROVED;
        } catch (SQLException e) {
            return LockVerdict.notProved("the second session could not look: " + ErrorLine.of(e));
        }
    }

    private String elsewhere(Identity there) {
        String what = there.serverStarted().equals(guard.serverStarted())
                ? source + " leads to two databases named " + there.name()
                : source + " leads to two servers (one has been running since " + guard.serverStarted() + ", one since "
                        + there.serverStarted() + ")";
        return what + ": a lock in one holds off nobody in the other; give the address of one server";
    }

    private LockVerdict tried(long key, Connection second, String version, int secondPid) throws SQLException {
        List<Integer> holders = new ArrayList<>();
        boolean got;
        try {
            got = attempt(TRY, key, second, holders);
        } catch (SQLException e) {
            if (!SqlStates.of(e).equals(SqlStates.UNDEFINED_FUNCTION)) {
                throw e;
            }
            got = attempt(TRY_IN_SESSION, key, second, holders);
        }
        if (got) {
            return LockVerdict.refuted(
                    "a second session got the lock of " + source + " too (advisory lock " + key + "): "
                            + (secondPid == guard.pid()
                                    ? "both are the server's session " + guard.pid() + "; " + POOLER
                                    : Impostor.inWords(version)));
        }
        if (holders.contains(guard.pid())) {
            return LockVerdict.PROVED;
        }
        return holders.isEmpty()
                ? LockVerdict.notProved("the second session did not get the lock, and sees nobody who holds it")
                : LockVerdict.refuted("the lock of " + source + " (advisory lock " + key + ") is held by session "
                        + holders.get(0) + ", though session " + guard.pid() + " was told that it has it: "
                        + Impostor.inWords(version));
    }

    private static boolean attempt(SqlResource question, long key, Connection second, List<Integer> holders)
            throws SQLException {
        List<Boolean> got = new ArrayList<>();
        return Transaction.TRIAL.batched(second, c -> {
            Transaction.TRIAL
                    .opening(Map.of("key", key))
                    .add(question, row -> got.add(row.getBoolean("got")))
                    .run(c);
            if (got.contains(true)) {
                return true;
            }
            new SqlBatch(Map.of("key", key))
                    .add(HOLDERS, row -> holders.add(row.getInt("pid")))
                    .run(c);
            return false;
        });
    }
}
