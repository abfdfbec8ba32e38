package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.List;
import java.util.function.Supplier;

/**
 * Something that was played has come to this.
 *
 * @param reason why it did not pass, empty if it did
 */
public record Verdict(Outcome outcome, String reason) {

    /**
     * Plays it; what goes wrong in it is the verdict, not thrown.
     *
     * @param play returns what is not as it must be, a sentence for each thing
     */
    static Verdict of(Supplier<List<String>> play) {
        try {
            List<String> reasons = play.get();
            return new Verdict(reasons.isEmpty() ? Outcome.PASSED : Outcome.FAILED, String.join("; ", reasons));
        } catch (Inconclusive e) {
            return new Verdict(Outcome.INCONCLUSIVE, String.valueOf(e.getMessage()));
        } catch (Deviation e) {
            return new Verdict(Outcome.FAILED, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Verdict(Outcome.FAILED, e.toString());
        }
    }

    /** Tells whether it passed. */
    public boolean passed() {
        return outcome == Outcome.PASSED;
    }
}
