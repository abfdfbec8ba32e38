package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.claim.Claim;
import java.util.List;

/**
 * What pending migrations claim. Immutable.
 *
 * @param claims the names, with their schemas
 * @param notes what could not be taken into account, in a few words each
 */
public record PendingClaims(List<Claim> claims, List<String> notes) {

    static final PendingClaims NONE = new PendingClaims(List.of(), List.of());

    public PendingClaims {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
    }
}
