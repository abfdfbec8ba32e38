package io.github.cleanstaletypes.race;

import io.github.cleanstaletypes.StaleTypes;
import java.util.List;

/** How thoroughly to test, and what the cleaner does when nobody races it. */
public final class Race {

    private static final int DEFAULT_ROUNDS = 80;

    private Race() {}

    /** How many rounds a test runs on each server: the system property {@code race.rounds}. */
    static int rounds() {
        return Integer.getInteger("race.rounds", DEFAULT_ROUNDS);
    }

    /** Whether more rounds than usual are asked for, so that time does not matter. */
    public static boolean thorough() {
        return rounds() > DEFAULT_ROUNDS;
    }

    /** The round trips of a cleaner that removes {@code race.mood} undisturbed. */
    static List<String> tripsOfARemoval(OneConnection own) throws Exception {
        own.execute("CREATE SCHEMA race; CREATE TYPE race.mood AS ENUM ('a', 'b')");
        return Tapped.tripsOf(
                own.dataSource(),
                dataSource -> StaleTypes.in(dataSource).claiming("race.mood").clean());
    }
}
