package io.github.cleanstaletypes.internal.claim.migration;

import io.github.cleanstaletypes.internal.catalog.history.HistoryRow;
import io.github.cleanstaletypes.internal.catalog.history.SchemaHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a schema history says has been applied: the last word on each version and on each repeatable migration. */
final class Applied {

    /** No history at all. */
    static final Applied NOTHING = new Applied();

    private final Map<MigrationVersion, String> versions = new TreeMap<>();
    private final Map<String, Optional<Integer>> repeatables = new HashMap<>();
    private @Nullable MigrationVersion baseline;

    private Applied() {}

    static Applied of(SchemaHistory history) {
        Applied applied = new Applied();
        history.rows().stream().filter(HistoryRow::success).forEach(applied::add);
        return applied;
    }

    private void add(HistoryRow row) {
        Optional<MigrationVersion> version = Optional.ofNullable(row.version()).flatMap(MigrationVersion::parse);
        if (row.type().equals("SCHEMA")) {
            return;
        }
        if (version.isEmpty()) {
            repeatable(row);
        } else if (row.type().startsWith("UNDO_") || row.type().equals("DELETE")) {
            versions.remove(version.get());
        } else {
            versions.put(version.get(), row.description());
            if (row.type().endsWith("BASELINE")) {
                baseline = version.get();
            }
        }
    }

    private void repeatable(HistoryRow row) {
        if (row.type().equals("DELETE")) {
            repeatables.remove(row.description());
        } else {
            repeatables.put(row.description(), Optional.ofNullable(row.checksum()));
        }
    }

    /** Whether no migration has run; a baseline that somebody set is none. */
    boolean nothing() {
        return repeatables.isEmpty() && versions.keySet().stream().allMatch(version -> version.equals(baseline));
    }

    /** Whether it knows this migration, by its version and its description. */
    boolean knows(FlywayName name) {
        MigrationVersion version = name.version();
        return version == null
                ? repeatables.containsKey(name.description())
                : name.description().equals(versions.get(version));
    }

    boolean has(MigrationVersion version) {
        return versions.containsKey(version) || (baseline != null && version.compareTo(baseline) <= 0);
    }

    /** Whether a repeatable migration of this description has run, with this checksum; any will do if it is null. */
    boolean hasRepeatable(String description, @Nullable Integer checksum) {
        Optional<Integer> last = repeatables.get(description);
        return last != null && (checksum == null || last.equals(Optional.of(checksum)));
    }

    /** Whether there is neither a version nor a baseline, so that a baseline migration would run. */
    boolean noVersion() {
        return versions.isEmpty();
    }
}
