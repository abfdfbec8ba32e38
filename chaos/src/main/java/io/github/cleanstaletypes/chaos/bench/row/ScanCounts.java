package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Resource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How often catalogs that grow have been read as a whole, as the server counts it.
 *
 * @param counts by catalog
 */
record ScanCounts(Map<String, Long> counts) {

    private static final String QUERY = Resource.text("bench/scans.sql");

    static ScanCounts of(Database database) {
        try (Connection connection = database.connect(Database.OBSERVER);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            Map<String, Long> counts = new TreeMap<>();
            while (rows.next()) {
                counts.put(rows.getString("catalog"), rows.getLong("scans"));
            }
            return new ScanCounts(counts);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot count scans (" + e.getSQLState() + ")", e);
        }
    }

    /** Names each catalog as often as it was read since then. */
    List<String> since(ScanCounts before) {
        return counts.entrySet().stream()
                .flatMap(entry -> Stream.generate(entry::getKey)
                        .limit(entry.getValue() - before.counts.getOrDefault(entry.getKey(), 0L)))
                .toList();
    }
}
