package io.github.cleanstaletypes.internal.explain;

import static io.github.cleanstaletypes.internal.explain.Advice.RUN_AGAIN;

import io.github.cleanstaletypes.internal.finding.remedy.Calls;
import java.util.Optional;

/** A statement waited for another transaction, and did not get what it waited for. */
final class Waits {

    private Waits() {}

    static Optional<Advice> forEachOther(Situation situation) {
        return Optional.of(new Advice(
                "Two transactions waited for each other, and the server ended this one.",
                RUN_AGAIN + " The server's log says which statements they were."));
    }

    static Optional<Advice> forLock(Situation situation) {
        return Optional.of(new Advice(
                "A lock was not free in time: another transaction holds it.",
                situation.remedyOr("Find who holds it, SELECT pid, state, query FROM pg_stat_activity WHERE pid = ANY"
                        + " (pg_blocking_pids(…)), let it end, and run the migration again.")));
    }

    static Optional<Advice> tooLong(Situation situation) {
        return Optional.of(new Advice(
                "A statement was cancelled: statement_timeout ran out, or somebody cancelled it. A CREATE that hangs waits for another"
                        + " transaction that creates the same name.",
                situation.remedyOr("Look for transactions that are creating something: " + Calls.CHECK
                        + ". Let them end, and run the migration again.")));
    }
}
