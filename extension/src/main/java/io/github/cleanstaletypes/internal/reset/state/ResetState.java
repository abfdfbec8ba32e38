package io.github.cleanstaletypes.internal.reset.state;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds which databases there are of one name. Each kill of a reset leaves one of these states. Immutable.
 *
 * @param database the name
 * @param present the database that has it; null if none has
 * @param unfinished a new one that was to take its name; null if there is none
 * @param setAside those that once had the name, the latest made first
 */
public record ResetState(
        String database,
        @Nullable SeenDatabase present,
        @Nullable SeenDatabase unfinished,
        List<SeenDatabase> setAside) {

    public ResetState {
        setAside = List.copyOf(setAside);
    }

    /** Picks out of all databases of a server those that this name is about. */
    public static ResetState of(String database, List<SeenDatabase> all) {
        ResetNames names = new ResetNames(database);
        SeenDatabase present = named(database, all).orElse(null);
        return new ResetState(
                database,
                present,
                present == null
                        ? null
                        : named(names.unfinished(present.oid()), all).orElse(null),
                all.stream()
                        .filter(one -> one.name().equals(names.setAside(one.oid())))
                        .sorted(Comparator.comparing(SeenDatabase::oid).reversed())
                        .toList());
    }

    private static Optional<SeenDatabase> named(String name, List<SeenDatabase> all) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The one that was set aside when the present one got its name, if neither has been altered since. */
    public Optional<SeenDatabase> partner() {
        return present == null
                ? Optional.empty()
                : setAside.stream().filter(present::renamedTogetherWith).findFirst();
    }

    /**
     * Whether the present one was made by a reset, which it is only if it is the younger one: after an undo it is the older. Then it
     * matters whether anything is in it.
     */
    public boolean mayBeNew() {
        return present != null
                && partner().filter(old -> old.oid() < present.oid()).isPresent();
    }

    /** The one that an undo has set aside last, if nothing has been altered since. */
    public Optional<SeenDatabase> undone() {
        return partner().filter(other -> present != null && other.oid() > present.oid());
    }

    /** The same with what a look into these two has shown. */
    public ResetState with(@Nullable SeenDatabase presentSeen, @Nullable SeenDatabase unfinishedSeen) {
        return new ResetState(database, presentSeen, unfinishedSeen, setAside);
    }
}
