package io.github.cleanstaletypes.chaos.bench.row;

import io.github.cleanstaletypes.chaos.bench.measure.Cost;
import io.github.cleanstaletypes.chaos.bench.measure.InProcess;
import io.github.cleanstaletypes.chaos.bench.measure.Meter.Reading;
import io.github.cleanstaletypes.chaos.bench.measure.Rounds.Contender;
import io.github.cleanstaletypes.chaos.bench.measure.Unmeasurable;
import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import org.flywaydb.core.Flyway;

/** Flyway makes a table, and the callback looks before that whether its name is free: what counts is the callback's connections. */
final class MigratedDatabase {

    private static final String MIGRATION = "V2__accounts_user.sql";

    private final Ground ground;

    MigratedDatabase(Ground ground) {
        this.ground = ground;
    }

    Contender on(Database database) {
        return () -> {
            try {
                return migrate(database);
            } finally {
                // the other rows want it as it was
                database.execute("DROP TABLE IF EXISTS public.accounts_user, public.flyway_schema_history");
            }
        };
    }

    private Cost migrate(Database database) {
        try (MigrationDirectory migrations = MigrationDirectory.create().add(MIGRATION)) {
            Flyway flyway = Flyway.configure()
                    .dataSource(ground.metered(database).jdbcUrl("bench"), null, null)
                    .locations("filesystem:" + migrations.path())
                    .callbacks(new CleanStaleTypesCallback())
                    .load();
            return InProcess.cost(ground.meter(), flyway::migrate, MigratedDatabase::callback);
        }
    }

    private static Reading callback(Reading all) {
        Reading product = all.ofProduct();
        if (product.connections().isEmpty()) {
            throw new Unmeasurable("the callback has asked nothing");
        }
        return product;
    }
}
