package io.github.cleanstaletypes.report;

import java.util.Locale;

/** Says what became of a finding. */
public enum Outcome {
    DROPPED(Effect.HEALED),
    QUARANTINED(Effect.HEALED),
    RESTORED(Effect.HEALED),
    FREED(Effect.HEALED),
    ENDED(Effect.HEALED),
    ROLLED_BACK(Effect.HEALED),
    WAITED(Effect.NONE),
    REFUSED(Effect.REMAINS),
    REPORTED(Effect.REMAINS),
    NOTED(Effect.NONE),
    PLANNED(Effect.REMAINS);

    private enum Effect {
        HEALED,
        REMAINS,
        NONE
    }

    private final Effect effect;

    Outcome(Effect effect) {
        this.effect = effect;
    }

    /** Tells whether this run healed it. */
    public boolean healed() {
        return effect == Effect.HEALED;
    }

    /** Tells whether it still needs somebody's attention. */
    public boolean remains() {
        return effect == Effect.REMAINS;
    }

    /** The word for it in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
