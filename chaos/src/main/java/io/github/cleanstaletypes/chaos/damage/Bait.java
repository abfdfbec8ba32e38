package io.github.cleanstaletypes.chaos.damage;

import io.github.cleanstaletypes.chaos.scenario.Scene;

/** A claimed type that nothing uses, in a damaged database: whoever removes it there does harm. */
final class Bait {

    static final String NAME = "bait";

    private Bait() {}

    static void lay(Scene scene) {
        scene.database().execute("CREATE TYPE bait AS ENUM ('worm')");
    }
}
