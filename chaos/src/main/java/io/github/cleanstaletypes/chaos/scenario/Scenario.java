package io.github.cleanstaletypes.chaos.scenario;

import java.util.List;
import java.util.Optional;

/** A way in which a database comes to grief, reproduced by a real interruption. Stateless. */
public interface Scenario {

    /** What the command line calls it: small letters, digits and hyphens. */
    String name();

    /** The code of the finding it leads to, or {@code none} for a control that leaves nothing behind. */
    String finding();

    /** What breaks, in a few words. */
    String fault();

    /** The names of the healers it makes sense for. */
    default List<String> healers() {
        return List.of("nothing", "folk", "cli", "guard");
    }

    /** Whether it breaks the server itself, and so needs one of its own. */
    default boolean ownServer() {
        return false;
    }

    /** Why it cannot be played on this machine; empty if it can. */
    default Optional<String> unavailable() {
        return Optional.empty();
    }

    /**
     * Breaks the scene's database, which is empty.
     *
     * @throws io.github.cleanstaletypes.chaos.system.Inconclusive if the fault did not come about
     */
    Incident begin(Scene scene);
}
