package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.chaos.migrator.MigrationDirectory;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.flyway.CleanStaleTypesCallback;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The callback heals in Flyway, whose own migration is the next one. */
public final class FlywayHealer implements Healer {

    @Override
    public String name() {
        return "flyway";
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Set<String> leaves() {
        return Set.of("public.flyway_schema_history");
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        Timeline.Span running =
                scene.timeline().begin(Lane.HEALER, "Flyway with the callback: CREATE TABLE accounts_user");
        try (MigrationDirectory migrations = MigrationDirectory.create().add("V2__accounts_user.sql")) {
            Flyway flyway = Flyway.configure()
                    .dataSource(incident.forHealer(scene).jdbcUrl("healer"), null, null)
                    .locations("filesystem:" + migrations.path())
                    .baselineOnMigrate(true)
                    .callbacks(new CleanStaleTypesCallback())
                    .load();
            CleanStaleTypesCallback.migrate(flyway);
            scene.timeline().mark(Lane.HEALER, "migrates");
            return healing("Flyway migrated", Optional.empty());
        } catch (FlywayException e) {
            ServerError error = ServerError.in(e).orElseThrow(() -> e);
            scene.timeline().strike(Lane.HEALER, error.toString());
            return healing("Flyway got " + error, Optional.of(error));
        } finally {
            running.end();
        }
    }

    private static Healing healing(String words, Optional<ServerError> error) {
        return new Healing(Healing.NO_STATUS, List.of(), words).with(new Healing.OwnMigration(error));
    }
}
