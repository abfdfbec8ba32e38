package io.github.cleanstaletypes.chaos.healer;

import io.github.cleanstaletypes.MigrationGuard;
import io.github.cleanstaletypes.MigrationGuardException;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** {@link MigrationGuard} runs the next migration in this JVM. No name is given to it: what is in the way, the migration's error tells. */
public final class CodeHealer implements Healer {

    @Override
    public String name() {
        return "code";
    }

    @Override
    public boolean isProduct() {
        return true;
    }

    @Override
    public Healing heal(Scene scene, Incident incident) {
        DataSource database = dataSource(incident.forHealer(scene).jdbcUrl("healer"));
        Script next = incident.expectation().next();
        Timeline.Span running = scene.timeline().begin(Lane.HEALER, "MigrationGuard around the next migration");
        try {
            MigrationGuard.in(database).call(() -> {
                try (Connection connection = database.getConnection()) {
                    return next.run(connection);
                }
            });
            return migrated("the code has returned", Optional.empty());
        } catch (SQLException e) {
            return failed(scene, e);
        } catch (MigrationGuardException e) {
            return failed(scene, e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            running.end();
        }
    }

    private static Healing failed(Scene scene, Exception e) {
        ServerError error = ServerError.in(e).orElseThrow(() -> new IllegalStateException(e));
        scene.timeline().strike(Lane.HEALER, error.toString());
        return migrated("the code got " + error, Optional.of(error));
    }

    private static Healing migrated(String words, Optional<ServerError> error) {
        return new Healing(Healing.NO_STATUS, List.of(), words).with(new Healing.OwnMigration(error));
    }

    private static DataSource dataSource(String url) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setURL(url);
        return dataSource;
    }
}
