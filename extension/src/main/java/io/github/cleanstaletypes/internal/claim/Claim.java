package io.github.cleanstaletypes.internal.claim;

import io.github.cleanstaletypes.report.ClaimSource;

/**
 * A name, and who claims it.
 *
 * @param name the claimed name
 * @param source who claims it
 * @param conflict what of that name would be in the way
 */
public record Claim(SqlName name, ClaimSource source, Conflict conflict) {

    /** Claims the name for whatever may want it: anything that has it is in the way. */
    public Claim(SqlName name, ClaimSource source) {
        this(name, source, Conflict.EITHER);
    }
}
