package io.github.cleanstaletypes.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cleanstaletypes.StaleTypes;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/** What {@link LargeCatalog} puts into the catalogs is as sound as what statements put there. */
class LargeCatalogTest {

    @Test
    void a_filled_catalog_has_no_damage_and_one_unused_type_for_each_tenant() throws Exception {
        try (TestDatabase database = PostgresServer.of("18.6").createDatabase();
                Connection connection = database.connect()) {
            database.execute("CREATE EXTENSION amcheck");
            LargeCatalog.fill(connection, 200);
            LargeCatalog.fill(connection, 1_000);
            var report = StaleTypes.on(connection).claimingAllUnused().check();
            assertThat(report.results())
                    .hasSize(10)
                    .allSatisfy(result ->
                            assertThat(result.finding().subject().name()).isEqualTo("left_behind"));
            database.execute("INSERT INTO tenant_0.account_1 VALUES (1, 'new')");
            database.execute("ALTER TYPE tenant_9.state_1 ADD VALUE 'late'", "DROP TYPE tenant_9.left_behind");
            assertThat(database.queryText("SELECT count(*) FROM tenant_0.account_1"))
                    .isEqualTo("1");
        }
    }
}
