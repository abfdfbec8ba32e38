package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.claim.Claim;
import java.util.List;
import java.util.stream.Stream;

/**
 * What pending migrations claim, and what they could not be asked. Immutable.
 *
 * @param claims the names, with their schemas
 * @param notes what else is worth knowing, in a few words each
 * @param unread what of the pending migrations was not read, so that it claims nothing: statements, blocks, programs
 * @param unjudged why nobody knows which migrations are pending, so that none of them claims a name; a sentence each
 */
public record PendingClaims(List<Claim> claims, List<String> notes, List<String> unread, List<String> unjudged) {

    public static final PendingClaims NONE = new PendingClaims(List.of(), List.of(), List.of(), List.of());

    public PendingClaims {
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
        unjudged = List.copyOf(unjudged);
    }

    /** Says that it is not known which migrations are pending, for these reasons. */
    public static PendingClaims unjudged(List<String> reasons) {
        return new PendingClaims(List.of(), List.of(), List.of(), reasons);
    }

    /** These and those. */
    public PendingClaims and(PendingClaims more) {
        return new PendingClaims(
                both(claims, more.claims),
                both(notes, more.notes),
                both(unread, more.unread),
                both(unjudged, more.unjudged));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
