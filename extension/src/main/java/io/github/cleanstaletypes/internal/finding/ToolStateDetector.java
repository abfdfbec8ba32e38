package io.github.cleanstaletypes.internal.finding;

import io.github.cleanstaletypes.internal.catalog.Activity;
import io.github.cleanstaletypes.internal.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.internal.catalog.history.ToolStateRow;
import io.github.cleanstaletypes.internal.catalog.history.ToolTable;
import io.github.cleanstaletypes.internal.claim.Claim;
import io.github.cleanstaletypes.internal.claim.Claims;
import io.github.cleanstaletypes.internal.claim.MigrationTool;
import io.github.cleanstaletypes.internal.claim.SqlName;
import io.github.cleanstaletypes.report.ClaimSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds migrations of which their tool's own table says that they have failed or are running: one finding a table. Stateless. */
final class ToolStateDetector {

    private ToolStateDetector() {}

    static Stream<UnfinishedMigration> find(CatalogSnapshot snapshot, Activity activity, Claims claims) {
        return snapshot.toolStates().rows().stream()
                .filter(row -> claims.coverSchema(row.table().schema()))
                .collect(Collectors.groupingBy(ToolStateRow::table, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> finding(rows, activity, claims));
    }

    private static UnfinishedMigration finding(List<ToolStateRow> rows, Activity activity, Claims claims) {
        ToolTable table = rows.get(0).table();
        ClaimSource source = claims.tools().get(MigrationTool.valueOf(table.tool()));
        Claim claim = source == null ? null : new Claim(new SqlName(table.schema(), table.name()), source);
        return new UnfinishedMigration(rows, activity.sessions(), claim, claims.strict() || claim != null);
    }
}
