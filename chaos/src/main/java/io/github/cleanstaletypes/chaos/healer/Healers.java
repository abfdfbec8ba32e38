package io.github.cleanstaletypes.chaos.healer;

import java.util.List;

/** All healers, in the order in which the report shows them. */
public final class Healers {

    private Healers() {}

    /** All of them. */
    public static List<Healer> all() {
        return List.of(
                new NoHealer(),
                new Folklore(),
                new CommandLineHealer(),
                new ExtensionHealer(),
                new FlywayHealer(),
                new GuardHealer());
    }
}
