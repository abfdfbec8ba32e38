package io.github.cleanstaletypes.internal.plan;

import java.util.List;

/**
 * Has a step for each finding. Immutable.
 *
 * @param steps the steps, in the order of the findings
 */
public record Plan(List<Step> steps) {

    public Plan {
        steps = List.copyOf(steps);
    }

    /** Whether any step changes the database. */
    public boolean changesAnything() {
        return steps.stream().anyMatch(step -> switch (step.action()) {
            case REMOVE, DISCARD, RESTORE, ROLL_BACK, END, FREE -> true;
            case REFUSE, REPORT, NOTE -> false;
        });
    }
}
