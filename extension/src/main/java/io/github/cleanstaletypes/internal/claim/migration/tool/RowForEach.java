package io.github.cleanstaletypes.internal.claim.migration.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a history means that has a row for each migration that has run. Immutable. */
enum RowForEach {
    /** The tool runs whatever has no row. */
    RUNS_ALL(false, false),
    /** It refuses to run if a row has no file. */
    WANTS_FILES(true, false),
    /** It refuses to run if a migration without a row comes before one with a row. */
    WANTS_ORDER(false, true),
    /** It refuses in both cases. */
    WANTS_BOTH(true, true);

    private final boolean files;
    private final boolean order;

    RowForEach(boolean files, boolean order) {
        this.files = files;
        this.order = order;
    }

    Pending pending(List<ToolMigration> migrations, AppliedKeys history) {
        Set<String> known = migrations.stream().map(ToolMigration::key).collect(Collectors.toSet());
        List<String> lacking =
                history.applied().stream().filter(key -> !known.contains(key)).toList();
        if (files && !lacking.isEmpty()) {
            return Pending.unknown("has migrations that the directory lacks (the first: " + lacking.get(0) + ")");
        }
        List<ToolMigration> pending = new ArrayList<>();
        for (ToolMigration migration : migrations) {
            if (!history.applied().contains(migration.key())) {
                pending.add(migration);
            } else if (order && !pending.isEmpty()) {
                return Pending.unknown("lacks " + pending.get(0).name() + ", which comes before one that has run");
            }
        }
        return Pending.of(pending);
    }
}
