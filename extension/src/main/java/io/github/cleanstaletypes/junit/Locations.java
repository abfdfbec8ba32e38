package io.github.cleanstaletypes.junit;

import java.util.List;

/**
 * Where migrations lie, as it was written.
 *
 * @param locations in the form {@code classpath:…} or {@code filesystem:…}; none if no migration is to claim a name
 * @param optional whether it does not matter if nothing is there
 */
record Locations(List<String> locations, boolean optional) {

    /** Flyway's own default. */
    static final Locations USUAL = new Locations(List.of("classpath:db/migration"), true);

    static Locations written(List<String> written) {
        List<String> locations = written.stream()
                .map(String::strip)
                .filter(location -> !location.isEmpty() && !location.equals("none"))
                .toList();
        return new Locations(locations, false);
    }
}
