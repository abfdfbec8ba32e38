package io.github.cleanstaletypes.chaos.run;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Event;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A run has shown this.
 *
 * @param verdict whether it passed, and why not
 * @param error the error that a migration was seen to get, or null if none was
 * @param reproduced whether the error, or the fault's state in the catalog, was seen
 * @param healing what the healer found and did, in a few words
 * @param after what the next migration got in the end, in a few words
 * @param lost what the oracle misses, a sentence each
 * @param checkers whose programs, other than ours, looked at the catalog in the end; none where it is damaged on purpose
 * @param effect what the healer's work came to
 * @param phases where the time went
 * @param timeline what happened
 */
public record RunResult(
        PlannedRun run,
        Verdict verdict,
        @Nullable ServerError error,
        boolean reproduced,
        String healing,
        String after,
        List<String> lost,
        List<String> checkers,
        Effect effect,
        Duration took,
        Map<Phase, Duration> phases,
        List<Event> timeline) {

    public RunResult {
        lost = List.copyOf(lost);
        checkers = List.copyOf(checkers);
        phases = Map.copyOf(phases);
        timeline = List.copyOf(timeline);
    }

    /** Tells whether it passed. */
    public boolean passed() {
        return verdict.passed();
    }

    /** Returns what became of it. */
    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Returns why it did not pass, empty if it did. */
    public String reason() {
        return verdict.reason();
    }
}
