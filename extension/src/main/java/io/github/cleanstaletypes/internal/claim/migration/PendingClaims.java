package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.claim.Claim;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What pending migrations claim, and what they could not be asked. Immutable.
 *
 * @param claims the names, with their schemas
 * @param notes what else is worth knowing, in a few words each
 * @param unread what of the pending migrations was not read, so that it claims nothing: statements, blocks, programs
 * @param unjudged why nobody knows which migrations are pending, so that none of them claims a name; a sentence each
 * @param scripts the names of the pending migrations, in the order in which they will run; null if nobody knows which these are
 */
public record PendingClaims(
        List<Claim> claims,
        List<String> notes,
        List<String> unread,
        List<String> unjudged,
        @Nullable List<String> scripts) {

    public static final PendingClaims NONE = of(List.of(), List.of());

    public PendingClaims {
        scripts = scripts == null ? null : List.copyOf(scripts);
        claims = List.copyOf(claims);
        notes = List.copyOf(notes);
        unread = List.copyOf(unread);
        unjudged = List.copyOf(unjudged);
    }

    /** Says that it is not known which migrations are pending, for these reasons. */
    public static PendingClaims unjudged(List<String> reasons) {
        return new PendingClaims(List.of(), List.of(), List.of(), reasons, null);
    }

    /** Says, of migrations that claim nothing, what else is worth knowing and what of them was not read. */
    public static PendingClaims of(List<String> notes, List<String> unread) {
        return new PendingClaims(List.of(), notes, unread, List.of(), List.of());
    }

    /** These and those. */
    public PendingClaims and(PendingClaims more) {
        return new PendingClaims(
                both(claims, more.claims),
                both(notes, more.notes),
                both(unread, more.unread),
                both(unjudged, more.unjudged),
                scripts == null || more.scripts == null ? null : both(scripts, more.scripts));
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
