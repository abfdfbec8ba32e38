package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.CatalogFinding;
import io.github.cleanstaletypes.internal.finding.UnfinishedMigration;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Step;
import io.github.cleanstaletypes.report.Outcome;
import io.github.cleanstaletypes.report.Refusal;
import io.github.cleanstaletypes.report.Result;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of findings what became of them. Stateless. */
public final class Results {

    /** What comes of a lock row that was to be freed: in all else nothing would be taken away. */
    private static final Set<Outcome> OF_A_LOCK = EnumSet.of(Outcome.FREED, Outcome.PLANNED, Outcome.REFUSED);

    private Results() {}

    /** A result that needs no reason. */
    public static Result of(CatalogFinding finding, Outcome outcome) {
        return of(finding, outcome, null, "");
    }

    static Result noted(CatalogFinding finding, String why) {
        return of(finding, Outcome.NOTED, null, why);
    }

    static Result quarantined(CatalogFinding finding, String why) {
        return of(finding, Outcome.QUARANTINED, null, why);
    }

    /** It was to be changed, and stays. */
    public static Result refused(CatalogFinding finding, Refusal refusal, String why) {
        return of(finding, Outcome.REFUSED, refusal, why);
    }

    /** What a step comes to when nothing is changed, as in {@code check} and with {@code --dry-run}. */
    public static Result unapplied(Step step, boolean dryRun) {
        Action action = step.action();
        return switch (action) {
            case REMOVE -> planned(step, dryRun, "It would be removed.");
            case ROLL_BACK -> planned(step, dryRun, "It would be rolled back.");
            case FREE ->
                dryRun
                        ? planned(step, true, "It would be freed, once nobody else has been connected for a while.")
                        : unfreed(step);
            case END -> dryRun ? planned(step, true, "It would be ended.") : noted(step.finding(), step.why());
            case RESTORE ->
                dryRun ? planned(step, true, "It would get its name back.") : noted(step.finding(), step.why());
            case DISCARD, NOTE -> noted(step.finding(), step.why());
            case REFUSE -> of(step.finding(), dryRun ? Outcome.REFUSED : Outcome.REPORTED, step.refusal(), step.why());
            case REPORT -> of(step.finding(), Outcome.REPORTED, null, step.why());
        };
    }

    private static Result planned(Step step, boolean dryRun, String what) {
        return dryRun ? of(step.finding(), Outcome.PLANNED, null, what) : of(step.finding(), Outcome.REPORTED);
    }

    private static Result of(CatalogFinding finding, Outcome outcome, @Nullable Refusal refusal, String why) {
        return new Result(finding.inReport(), outcome, refusal, why, undo(finding, outcome));
    }

    private static Result unfreed(Step step) {
        boolean demanded = step.finding() instanceof UnfinishedMigration unfinished && unfinished.demanded();
        return of(step.finding(), demanded ? Outcome.REPORTED : Outcome.NOTED, null, step.why());
    }

    private static Optional<String> undo(CatalogFinding finding, Outcome outcome) {
        if (finding instanceof UnfinishedMigration && !OF_A_LOCK.contains(outcome)) {
            return Optional.empty();
        }
        boolean givesBack = (outcome == Outcome.RESTORED || outcome == Outcome.PLANNED)
                && finding instanceof UnusedType unused
                && unused.type().quarantine().isPresent();
        return givesBack ? Optional.empty() : finding.undo();
    }
}
