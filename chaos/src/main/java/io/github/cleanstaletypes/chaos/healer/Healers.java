package io.github.cleanstaletypes.chaos.healer;

import java.util.List;

/** Names all healers, in the order in which the report shows them. */
public final class Healers {

    private Healers() {}

    /** Lists all of them. */
    public static List<Healer> all() {
        return List.of(
                new NoHealer(),
                new Folklore(),
                new CommandLineHealer(),
                ExtensionHealer.plain(),
                ExtensionHealer.exclusive(),
                new FlywayHealer(),
                new GuardHealer(),
                new CodeHealer());
    }
}
