package io.github.cleanstaletypes.chaos.run;

import java.util.Locale;

/** A run has come to this. */
public enum Outcome {
    /** The fault came about, and all was as it must be. */
    PASSED,
    /** The fault came about, and then something was not as it must be. */
    FAILED,
    /** The fault did not come about: the run shows nothing, which counts as a failure. */
    INCONCLUSIVE;

    /** Returns it as the report spells it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
