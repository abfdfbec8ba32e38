package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import java.util.Set;

/** A healer is asked to heal before the next migration runs. Stateless. */
public interface Healer {

    /** Returns what the command line calls it. */
    String name();

    /** Tells whether it is the product, which must heal or refuse as its design says, and must lose nothing. */
    boolean isProduct();

    /** Lists owners of what it leaves behind of its own, as the oracle names them. */
    default Set<String> leaves() {
        return Set.of();
    }

    /** Does what it can. */
    Healing heal(Scene scene, Incident incident);
}
