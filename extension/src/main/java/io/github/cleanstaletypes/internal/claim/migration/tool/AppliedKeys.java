package io.github.cleanstaletypes.internal.claim.migration.tool;

import io.github.cleanstaletypes.internal.catalog.history.ToolHistory;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistoryRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolHistoryRow.State;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a history says, by the keys of its migrations.
 *
 * @param all every key that it has a row of
 * @param applied what has run
 * @param unfinished what is running, or has failed
 */
record AppliedKeys(Set<String> all, Set<String> applied, Set<String> unfinished) {

    static final AppliedKeys NONE = new AppliedKeys(Set.of(), Set.of(), Set.of());

    static AppliedKeys of(ToolHistory history) {
        return new AppliedKeys(
                history.rows().stream().map(ToolHistoryRow::key).collect(Collectors.toSet()),
                keys(history, State.APPLIED),
                keys(history, State.UNFINISHED));
    }

    /** Whether it has a row of one of these. */
    boolean know(Collection<ToolMigration> migrations) {
        return migrations.stream().map(ToolMigration::key).anyMatch(all::contains);
    }

    private static Set<String> keys(ToolHistory history, State state) {
        return history.rows().stream()
                .filter(row -> row.state() == state)
                .map(ToolHistoryRow::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
