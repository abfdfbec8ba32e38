package io.github.cleanstaletypes.chaos.scenario;

import java.util.List;

/** A way in which migrations come to grief, in acts that do not need each other. */
public interface Scenario {

    /** What is to be played, in this order. */
    List<Act> acts();
}
