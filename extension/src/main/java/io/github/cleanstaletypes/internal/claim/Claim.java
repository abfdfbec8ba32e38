package io.github.cleanstaletypes.internal.claim;

import io.github.cleanstaletypes.report.ClaimSource;
import java.util.Set;

/**
 * A name, and who claims it. Immutable.
 *
 * @param name the claimed name
 * @param source who claims it
 * @param conflict what of that name would be in the way
 * @param unless relations any of which, if it is there, shows that the name has its owner, and is claimed no more
 */
public record Claim(SqlName name, ClaimSource source, Conflict conflict, Set<SqlName> unless) {

    public Claim {
        unless = Set.copyOf(unless);
    }

    /** Claims the name whatever else is there. */
    public Claim(SqlName name, ClaimSource source, Conflict conflict) {
        this(name, source, conflict, Set.of());
    }

    /** Claims the name for whatever may want it: anything that has it is in the way. */
    public Claim(SqlName name, ClaimSource source) {
        this(name, source, Conflict.EITHER);
    }
}
