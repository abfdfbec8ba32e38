package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.apply.HeldType.Verdict;
import io.github.cleanstaletypes.internal.catalog.SecondLook;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Types that are looked at together. That look only chooses: what makes sure is, in the transaction of each type and once that is taken,
 * that no other transaction has ended since the look; and where one has, another look, by index. What stays undecided goes the plain way,
 * which reads whole catalogs. Not thread-safe.
 */
final class TypeBatch {

    /** While a type is held, there are two waits: for the object, and for what the DROP locks. */
    private static final int WAITS = 2;

    /** Removes one type without a look at others. */
    interface PlainWay {
        Result remove(Step step) throws SQLException;
    }

    /** A question about a type, within the transaction that changes it. */
    private interface Question {
        Verdict ask(HeldType type, Connection connection) throws SQLException;
    }

    private final Connection connection;
    private final UnderLock lock;
    private final PlainWay plainWay;
    private final List<Step> steps;
    private final List<RemovalStatements> statements;
    private final boolean renamed;
    private final EndedTransactions first;
    private final Set<Long> own = new HashSet<>();
    private SecondLook look;
    private boolean restless;

    /**
     * @param renamed whether the types have their new names already
     * @param first which transactions had ended before the look that the plan was made for
     */
    TypeBatch(
            Connection connection,
            UnderLock lock,
            PlainWay plainWay,
            List<Step> steps,
            List<RemovalStatements> statements,
            boolean renamed,
            EndedTransactions first)
            throws SQLException {
        this.connection = connection;
        this.lock = lock;
        this.plainWay = plainWay;
        this.steps = steps;
        this.statements = statements;
        this.renamed = renamed;
        this.first = first;
        this.look = lookFrom(0);
    }

    /** Drops the type of this step, in a transaction of its own. */
    Result drop(int i) throws SQLException {
        SqlBatch drop =
                Transaction.ending(new SqlBatch(Map.of()).add(statements.get(i).drop()));
        return change(i, drop::run, Outcome.DROPPED);
    }

    /** Renames it, in a transaction of its own. */
    Result rename(int i) throws SQLException {
        return change(i, c -> {}, Outcome.QUARANTINED);
    }

    private interface Change {
        void make(Connection connection) throws SQLException;
    }

    private Result change(int i, Change change, Outcome outcome) throws SQLException {
        Step step = steps.get(i);
        try {
            return switch (decided(i, change)) {
                case SAME -> Results.of(step.finding(), outcome);
                case MOVED -> TypeRemoval.moved(BatchRemoval.finding(step));
                case BESIDE_CREATION, UNKNOWN -> plainWay.remove(step);
            };
        } catch (SQLException e) {
            if (SqlStates.hopeless(e) || SqlStates.somebodyMoved(e)) {
                return Failures.explain(connection, step.finding(), e);
            }
            // its new name may be taken, or an event trigger forbids to rename what may be dropped
            return plainWay.remove(step);
        }
    }

    private Verdict decided(int i, Change change) throws SQLException {
        Question quick = (type, c) -> type.quick(c, look.seen());
        Verdict verdict = restless ? Verdict.UNKNOWN : changed(i, quick, change);
        if (verdict == Verdict.UNKNOWN && !restless) {
            look = lookFrom(i);
            verdict = changed(i, quick, change);
            restless = verdict == Verdict.UNKNOWN;
        }
        return verdict == Verdict.UNKNOWN ? changed(i, (type, c) -> type.careful(c, look.seen()), change) : verdict;
    }

    private Verdict changed(int i, Question question, Change change) throws SQLException {
        HeldType type = new HeldType(type(i), statements.get(i), renamed, own);
        if (!type.isIn(look)) {
            return Verdict.MOVED;
        }
        return lock.run(Transaction.CHANGE, WAITS, c -> {
            Verdict verdict = question.ask(type, c);
            if (verdict == Verdict.SAME) {
                change.make(c);
            } else {
                c.rollback();
            }
            return verdict;
        });
    }

    private SecondLook lookFrom(int i) throws SQLException {
        return SecondLook.at(connection, BatchRemoval.types(steps).subList(i, steps.size()), first);
    }

    private StandaloneType type(int i) {
        return BatchRemoval.finding(steps.get(i)).type();
    }
}
