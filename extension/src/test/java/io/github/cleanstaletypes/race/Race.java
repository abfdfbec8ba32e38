package io.github.cleanstaletypes.race;

import io.github.cleanstaletypes.StaleTypes;
import java.util.List;

/** What the cleaner does when nobody races it. */
final class Race {

    private Race() {}

    /** The round trips of a cleaner that removes {@code race.mood} undisturbed. */
    static List<String> tripsOfARemoval(OneConnection own) throws Exception {
        own.execute("CREATE SCHEMA race; CREATE TYPE race.mood AS ENUM ('a', 'b')");
        return Tapped.tripsOf(
                own.dataSource(),
                dataSource -> StaleTypes.in(dataSource).claiming("race.mood").clean());
    }
}
