package io.github.cleanstaletypes.internal.run;

import io.github.cleanstaletypes.internal.catalog.history.Histories;
import io.github.cleanstaletypes.internal.catalog.history.MigrationContext;
import io.github.cleanstaletypes.internal.claim.migration.Migrations;
import io.github.cleanstaletypes.internal.claim.migration.PendingClaims;
import io.github.cleanstaletypes.internal.sql.SqlBatch;
import io.github.cleanstaletypes.internal.sql.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A look at what is pending, and at nothing else. */
final class PendingLook {

    private PendingLook() {}

    static PendingClaims of(Connection connection, List<Migrations> migrations) throws SQLException {
        return Transaction.SNAPSHOT.batched(connection, c -> {
            List<String> searchPath = new ArrayList<>();
            Transaction.SNAPSHOT
                    .opening(Map.of(), row -> searchPath.addAll(SqlBatch.texts(row, "search_path")))
                    .run(c);
            MigrationContext ground = Histories.read(c, searchPath);
            return migrations.stream().map(each -> each.pending(ground)).reduce(PendingClaims.NONE, PendingClaims::and);
        });
    }
}
