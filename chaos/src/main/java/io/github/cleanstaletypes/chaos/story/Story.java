package io.github.cleanstaletypes.chaos.story;

import java.util.List;

/** A way in which migrations come to grief, in acts that do not need each other. */
public interface Story {

    /** What is to be played, in this order. */
    List<Act> acts();
}
