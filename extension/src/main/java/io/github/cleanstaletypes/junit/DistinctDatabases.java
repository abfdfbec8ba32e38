package io.github.cleanstaletypes.junit;

import io.github.cleanstaletypes.junit.JdbcUrls.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes one of databases that are the same. */
final class DistinctDatabases {

    private DistinctDatabases() {}

    /** Leaves out what leads to the same host, port and database as one before it; connects only where there is more than one. */
    static List<Database> of(List<Database> databases) {
        if (databases.size() < 2) {
            return databases;
        }
        Set<Place> places = new HashSet<>();
        List<Database> different = new ArrayList<>();
        for (Database database : databases) {
            Optional<Place> place = database.place();
            if (place.isEmpty() || places.add(place.get())) {
                different.add(database);
            }
        }
        return different;
    }
}
