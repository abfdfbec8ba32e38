package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.catalog.ActivityReader;
import io.github.cleanstaletypes.internal.catalog.StandaloneType;
import io.github.cleanstaletypes.internal.catalog.TypeKind;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.sql.AnyText;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes types that were looked at together, each in a transaction of its own. Where the server locks a type that a CREATE refers to, it
 * is dropped; elsewhere all of them are renamed first, and dropped if nobody else is connected after that. Not thread-safe.
 */
final class BatchRemoval {

    /** So many are looked at together, and their undos are on disk before the first of them goes. */
    private static final int MOST = 100;

    private final Connection connection;
    private final UnderLock lock;
    private final Progress progress;
    private final TypeBatch.PlainWay plainWay;

    /** @param plainWay removes one type without a look at others */
    BatchRemoval(Connection connection, UnderLock lock, Progress progress, TypeBatch.PlainWay plainWay) {
        this.connection = connection;
        this.lock = lock;
        this.progress = progress;
        this.plainWay = plainWay;
    }

    /** How many steps from the first one on can be carried out together: of one kind, on types that their owner alone renames. */
    static int together(List<Step> steps, Connection connection) {
        int count = 0;
        while (count < Math.min(MOST, steps.size())
                && takes(steps.get(count))
                && steps.get(count).action() == steps.get(0).action()) {
            count++;
        }
        return connection instanceof AnyText ? 0 : count;
    }

    /** What a guard has set aside waits for its name; a range is renamed with its multirange and their constructors. */
    private static boolean takes(Step step) {
        return (step.action() == Action.REMOVE || step.action() == Action.DISCARD)
                && step.finding() instanceof UnusedType unused
                && unused.type().owned()
                && !unused.type().setAside()
                && unused.type().kind() != TypeKind.RANGE;
    }

    /**
     * Carries out such steps.
     *
     * @param locks whether the server locks a type that a CREATE refers to
     * @param first which transactions had ended before the look that the plan was made for
     * @return a result for each, in their order
     */
    List<Result> remove(List<Step> steps, boolean locks, EndedTransactions first) throws SQLException {
        progress.preparing(steps);
        List<RemovalStatements> statements = RemovalStatements.of(connection, types(steps));
        boolean renamed = steps.get(0).action() == Action.DISCARD;
        List<Result> results = new ArrayList<>();
        if (locks || renamed) {
            boolean drops = locks || alone();
            TypeBatch batch = new TypeBatch(connection, lock, plainWay, steps, statements, renamed, first);
            for (int i = 0; i < steps.size(); i++) {
                progress.starting(steps.get(i));
                results.add(drops ? batch.drop(i) : TypeRemoval.later(finding(steps.get(i))));
                progress.done(results.get(i));
            }
            return results;
        }
        try {
            renameAndDrop(steps, statements, first, results);
        } finally {
            // what was renamed must be told, whatever has broken off
            for (int i = 0; i < results.size(); i++) {
                progress.starting(steps.get(i));
                progress.done(results.get(i));
            }
        }
        return results;
    }

    private void renameAndDrop(
            List<Step> steps, List<RemovalStatements> statements, EndedTransactions first, List<Result> results)
            throws SQLException {
        TypeBatch batch = new TypeBatch(connection, lock, plainWay, steps, statements, false, first);
        for (int i = 0; i < steps.size(); i++) {
            results.add(batch.rename(i));
        }
        if (results.stream().noneMatch(BatchRemoval::quarantined) || !alone()) {
            return;
        }
        TypeBatch renamed = new TypeBatch(connection, lock, plainWay, steps, statements, true, first);
        for (int i = 0; i < steps.size(); i++) {
            if (quarantined(results.get(i))) {
                Result dropped = renamed.drop(i);
                results.set(i, dropped.outcome() == Outcome.DROPPED ? dropped : results.get(i));
            }
        }
    }

    /** Whoever had resolved an old name is gone then, and nobody who comes can resolve it. */
    private boolean alone() throws SQLException {
        return Transaction.READS.run(connection, ActivityReader::aloneWithin);
    }

    private static boolean quarantined(Result result) {
        return result.outcome() == Outcome.QUARANTINED;
    }

    static UnusedType finding(Step step) {
        return (UnusedType) step.finding();
    }

    static List<StandaloneType> types(List<Step> steps) {
        return steps.stream().map(step -> finding(step).type()).toList();
    }
}
