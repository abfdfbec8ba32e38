package io.github.cleanstaletypes;

import io.github.cleanstaletypes.catalog.Activity;
import io.github.cleanstaletypes.catalog.ActivityReader;
import io.github.cleanstaletypes.catalog.CatalogReader;
import io.github.cleanstaletypes.catalog.CatalogScope;
import io.github.cleanstaletypes.catalog.CatalogSnapshot;
import io.github.cleanstaletypes.claim.Claims;
import io.github.cleanstaletypes.finding.Classifier;
import io.github.cleanstaletypes.finding.Finding;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * One look at a database.
 *
 * @param snapshot what the catalog said
 * @param activity what others were doing just after that
 * @param findings what that means
 */
record Inspection(CatalogSnapshot snapshot, Activity activity, List<Finding> findings) {

    static Inspection of(Connection connection, Claims claims) throws SQLException {
        CatalogScope scope = new CatalogScope(claims.names(), claims.allUnused(), claims.demandAny());
        CatalogSnapshot snapshot = CatalogReader.read(connection, scope);
        Activity activity = ActivityReader.read(connection);
        return new Inspection(snapshot, activity, Classifier.classify(snapshot, activity, claims));
    }
}
