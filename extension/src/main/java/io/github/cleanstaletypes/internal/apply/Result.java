package io.github.cleanstaletypes.internal.apply;

import io.github.cleanstaletypes.internal.finding.Finding;
import io.github.cleanstaletypes.internal.finding.UnusedType;
import io.github.cleanstaletypes.internal.plan.Action;
import io.github.cleanstaletypes.internal.plan.Refusal;
import io.github.cleanstaletypes.internal.plan.Step;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A finding and what became of it.
 *
 * @param finding the finding
 * @param outcome what became of it
 * @param refusal why it was left, for {@link Outcome#REFUSED}; else null
 * @param why a sentence that says why, empty where the finding says it all
 */
public record Result(
        Finding finding, Outcome outcome, @Nullable Refusal refusal, String why) {

    /** A result that needs no reason. */
    public static Result of(Finding finding, Outcome outcome) {
        return new Result(finding, outcome, null, "");
    }

    static Result refused(Finding finding, Refusal refusal, String why) {
        return new Result(finding, Outcome.REFUSED, refusal, why);
    }

    /** What a step comes to when nothing is changed, as in {@code check} and with {@code --dry-run}. */
    public static Result unapplied(Step step, boolean dryRun) {
        Action action = step.action();
        return switch (action) {
            case REMOVE -> planned(step, dryRun, "It would be removed.");
            case ROLL_BACK -> planned(step, dryRun, "It would be rolled back.");
            case END -> dryRun ? planned(step, true, "It would be ended.") : noted(step);
            case RESTORE -> dryRun ? planned(step, true, "It would get its name back.") : noted(step);
            case DISCARD, NOTE -> noted(step);
            case REFUSE ->
                new Result(step.finding(), dryRun ? Outcome.REFUSED : Outcome.REPORTED, step.refusal(), step.why());
            case REPORT -> new Result(step.finding(), Outcome.REPORTED, null, step.why());
        };
    }

    private static Result planned(Step step, boolean dryRun, String what) {
        return dryRun ? new Result(step.finding(), Outcome.PLANNED, null, what) : of(step.finding(), Outcome.REPORTED);
    }

    private static Result noted(Step step) {
        return new Result(step.finding(), Outcome.NOTED, null, step.why());
    }

    /** What to do now. */
    public String remedy() {
        return switch (outcome) {
            case DROPPED -> "None is needed. To have it back, run its undo.";
            case QUARANTINED -> "None is needed. To have it back: restore";
            case RESTORED, ENDED, ROLLED_BACK, WAITED -> "None is needed.";
            case REFUSED, REPORTED, NOTED, PLANNED -> refusal == null ? finding.remedy() : remedy(refusal);
        };
    }

    private String remedy(Refusal reason) {
        return switch (reason) {
            case DAMAGE -> "See to the damage first.";
            case CREATOR -> "Run it again when that transaction is over, or give --creators-wait more time.";
            case PREPARED -> "Settle the prepared transaction first: it ends by nothing else, not even by a restart.";
            case BUSY -> "Run it again.";
            case CONNECTED -> "Run it again when nobody else is connected to this database.";
            case PRIVILEGE -> "Run it as the owner, or have the owner do it.";
            case IN_USE, NAME_TAKEN, SERVER -> finding.remedy();
        };
    }

    /** The statements that recreate what this took or would take away; none where a name is only given back. */
    public Optional<String> undo() {
        boolean givesBack = (outcome == Outcome.RESTORED || outcome == Outcome.PLANNED)
                && finding instanceof UnusedType unused
                && unused.type().quarantine().isPresent();
        return givesBack ? Optional.empty() : finding.undo();
    }

    /** What it is, what follows, and why it was left, if it was. */
    public String explanation() {
        return why.isEmpty() ? finding.explanation() : finding.explanation() + " " + why;
    }
}
