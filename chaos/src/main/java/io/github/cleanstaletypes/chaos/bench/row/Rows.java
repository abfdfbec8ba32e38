package io.github.cleanstaletypes.chaos.bench.row;

import java.util.List;

/** Names all rows, in the order of the table. */
public final class Rows {

    private Rows() {}

    /** Lists all of them. */
    public static List<Row> all() {
        return List.of(
                StartRow.ofCheck(),
                new LauncherRow(),
                StartRow.ofGuard(),
                new QuickLookRow(),
                new FullLookRow(),
                new GrowthRow(),
                new RemovalsRow(),
                new OneRemovalRow(),
                new ClaimedNamesRow(),
                new AnnotationRow(),
                new AllDatabasesRow());
    }
}
