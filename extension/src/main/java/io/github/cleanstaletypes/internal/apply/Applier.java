package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.InvalidIndex;
import io.github.cleanstaletypes.internal.finding.PreparedCreation;
import io.github.cleanstaletypes.internal.finding.UncommittedCreation;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.lock.GuardToken;
import io.github.cleanstaletypes.internal.plan.Plan;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.internal.sql.EndedTransactions;
import io.github.cleanstaletypes.internal.sql.SqlStates;
import io.github.cleanstaletypes.internal.sql.Transaction;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a plan on one connection, each change in a transaction of its own, which takes the advisory lock, reads again what it is
 * about to change, and waits for no other lock longer than 200 ms that could hold up a migration. Not thread-safe.
 */
public final class Applier {

    /** How long nobody else must be connected before a lock row is freed. */
    public static final Duration QUIET_TIME = QuietTime.DEFAULT;

    private final Connection connection;
    private final UnderLock lock;
    private final Progress progress;
    private final Duration quietTime;
    private final Neighbours neighbours;
    private final TypeRemoval types;
    private final BatchRemoval batches;
    private final IndexRemoval indexes;

    /**
     * @param connection in autocommit mode or not; it is given back as it was
     * @param lockWait how long to wait for the advisory lock, per change
     * @param progress is told of each change
     * @param guard the guard whose lock covers these changes too, as long as it holds it
     */
    public Applier(Connection connection, Duration lockWait, Progress progress, Optional<GuardToken> guard) {
        this(connection, lockWait, progress, guard, QUIET_TIME);
    }

    /** @param quietTime how long nobody else must be connected before a lock row is freed */
    public Applier(
            Connection connection,
            Duration lockWait,
            Progress progress,
            Optional<GuardToken> guard,
            Duration quietTime) {
        this.connection = connection;
        this.quietTime = quietTime;
        this.lock = new UnderLock(connection, lockWait, progress, guard);
        this.indexes = new IndexRemoval(lock);
        this.neighbours = new Neighbours(guard);
        this.types = new TypeRemoval(neighbours);
        this.batches = new BatchRemoval(connection, lock, progress, this::removeAlone);
        this.progress = progress;
    }

    /** Who is at work on other parts of the database. */
    public Neighbours neighbours() {
        return neighbours;
    }

    /**
     * Tells whether this server locks a type that a CREATE refers to, so that no creation can be harmed by the removal of this one.
     *
     * @throws SQLException if the session was lost
     */
    public boolean locksTypes(UnusedType type) throws SQLException {
        try {
            return locked(type);
        } catch (SQLException e) {
            if (SqlStates.hopeless(e) || SqlStates.connectionLost(e)) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Carries out each step.
     *
     * @return a result for each step, in their order; one that is refused as {@link Refusal#BUSY} is worth a second inspection
     * @throws io.github.cleanstaletypes.internal.lock.LockTimeoutException if the advisory lock was not to be had in time; each change is done or not done, none is half done
     * @throws SQLException if the session was lost or the server takes no change at all
     */
    public List<Result> apply(Plan plan) throws SQLException {
        return apply(plan, null);
    }

    /**
     * Carries out each step likewise, types that can be removed together by a look that does not grow with the catalog.
     *
     * @param seen which transactions had ended before the look that the plan was made for; null if that is not known
     */
    public List<Result> apply(Plan plan, @Nullable EndedTransactions seen) throws SQLException {
        List<Result> results = new ArrayList<>();
        QuietTime quiet = new QuietTime(connection, quietTime, progress, neighbours);
        while (results.size() < plan.steps().size()) {
            List<Step> rest = plan.steps().subList(results.size(), plan.steps().size());
            int together = seen == null ? 0 : BatchRemoval.together(rest, connection);
            if (seen == null || together == 0) {
                results.add(apply(rest.get(0), quiet));
            } else {
                results.addAll(removeTogether(rest.subList(0, together), seen));
            }
        }
        return results;
    }

    private List<Result> removeTogether(List<Step> steps, EndedTransactions seen) throws SQLException {
        UnusedType first = (UnusedType) steps.get(0).finding();
        boolean locks;
        try {
            locks = locked(first);
        } catch (SQLException e) {
            if (SqlStates.hopeless(e)) {
                throw e;
            }
            // this one has been moved, and the next one may tell
            return List.of(told(steps.get(0), () -> removeAlone(steps.get(0))));
        }
        return batches.remove(steps, locks, seen);
    }

    /**
     * Frees a lock row of a migration tool.
     *
     * @param proof why nobody can hold it
     * @throws SQLException as {@link #apply(Plan)} does
     */
    public Result free(Step step, LockProof proof) throws SQLException {
        return change(step, c -> LockRows.free(c, (UnfinishedMigration) step.finding(), proof));
    }

    /**
     * Renames an unused type until a guard's command has run again; it is up to the guard to tell it.
     *
     * @throws SQLException as {@link #apply(Plan)} does
     */
    public Result setAside(UnusedType finding, GuardToken token) throws SQLException {
        return attempt(finding, c -> types.setAside(c, finding, token.random()));
    }

    /**
     * Notes of a type that was set aside that a person must decide what becomes of it.
     *
     * @throws SQLException as {@link #apply(Plan)} does
     */
    public Result keep(UnusedType finding, GuardToken token) throws SQLException {
        return attempt(finding, c -> types.keep(c, finding, token.random()));
    }

    private boolean locked(UnusedType type) throws SQLException {
        return lock.run(Transaction.TRIAL, c -> types.locked(c, type.type()));
    }

    private Result apply(Step step, QuietTime quiet) throws SQLException {
        return switch (step.action()) {
            case REMOVE, DISCARD -> remove(step);
            case RESTORE -> change(step, c -> Restoration.restore(c, step.finding()));
            case ROLL_BACK ->
                told(step, () -> {
                    PreparedTransactions.rollBack(connection, (PreparedCreation) step.finding());
                    return Results.of(step.finding(), Outcome.ROLLED_BACK);
                });
            case FREE -> {
                Optional<Result> objection = quiet.objection((UnfinishedMigration) step.finding());
                yield objection.isPresent() ? objection.get() : free(step, quiet::isStill);
            }
            case END ->
                told(
                        step,
                        () -> Transaction.CHANGE.run(
                                connection,
                                c -> Limits.within(
                                        c, own -> IdleSessions.end(own, (UncommittedCreation) step.finding()))));
            case REFUSE, REPORT, NOTE -> Results.unapplied(step, true);
        };
    }

    private Result remove(Step step) throws SQLException {
        return step.finding() instanceof InvalidIndex index
                ? told(step, () -> indexes.remove(index))
                : told(step, () -> removeAlone(step));
    }

    private Result change(Step step, Transaction.Work<Result> work) throws SQLException {
        progress.starting(step);
        Result result = attempt(step.finding(), work);
        progress.done(result);
        return result;
    }

    private Result removeAlone(Step step) throws SQLException {
        Result result = attempt(step.finding(), c -> types.remove(c, (UnusedType) step.finding()));
        return result.outcome() == Outcome.QUARANTINED ? dropIfAlone(step, result) : result;
    }

    /** What is quarantined in one transaction can be dropped in the next, once whoever resolved the old name is gone. */
    private Result dropIfAlone(Step step, Result quarantined) throws SQLException {
        Result dropped = attempt(step.finding(), c -> types.dropQuarantined(c, (UnusedType) step.finding()));
        return dropped.outcome() == Outcome.DROPPED ? dropped : quarantined;
    }

    private Result attempt(CatalogFinding finding, Transaction.Work<Result> work) throws SQLException {
        try {
            return lock.run(Transaction.CHANGE, work);
        } catch (SQLException e) {
            return Failures.explain(connection, finding, e);
        }
    }

    /** Work that begins its own transactions. */
    private interface Work {
        Result run() throws SQLException;
    }

    private Result told(Step step, Work work) throws SQLException {
        progress.starting(step);
        Result result;
        try {
            result = work.run();
        } catch (SQLException e) {
            result = Failures.explain(connection, step.finding(), e);
        }
        progress.done(result);
        return result;
    }
}
