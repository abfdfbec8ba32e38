package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.InProcess;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.system.Database;
import java.util.List;

/** The floor of a full look: each of the four catalogs that it must read is read once, and only counted. */
final class CatalogCounts {

    private static final List<String> CATALOGS = List.of("pg_type", "pg_class", "pg_attribute", "pg_depend");

    private CatalogCounts() {}

    static Contender of(Ground ground, Database database) {
        String[] counts = CATALOGS.stream()
                .map(catalog -> "SELECT pg_catalog.count(*) FROM pg_catalog." + catalog)
                .toArray(String[]::new);
        return () ->
                InProcess.cost(ground.meter(), () -> ground.metered(database).execute(counts));
    }
}
