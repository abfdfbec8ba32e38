package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scene;

/** Somebody who is asked to heal before the next migration runs. Stateless. */
public interface Healer {

    /** What the command line calls it. */
    String name();

    /** Whether it is the product, which must heal or refuse as its design says, and must lose nothing. */
    boolean isProduct();

    /** Does what it can. */
    Healing heal(Scene scene, Incident incident);
}
