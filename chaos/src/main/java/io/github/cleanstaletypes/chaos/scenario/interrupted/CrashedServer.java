package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.chaos.system.Signals;
import java.util.List;
import java.util.stream.Stream;

/**
 * The server crashes in the middle of a migration, with {@code fsync = on}, and recovers: nothing may be left.
 *
 * @param way how it crashes
 */
public record CrashedServer(Way way) implements Scenario {

    /** The server crashes in one of these ways. */
    public enum Way {
        /** Its first process gets SIGKILL. */
        POSTMASTER("postmaster-killed", "SIGKILL of the postmaster in a migration"),
        /** The process of one session gets SIGKILL, at which the server restarts all of them. */
        BACKEND("backend-killed", "SIGKILL of a server process in a migration"),
        /** It is shut down immediately. */
        IMMEDIATE("immediate-shutdown", "immediate shutdown of the server in a migration");

        private final String title;
        private final String fault;

        Way(String title, String fault) {
            this.title = title;
            this.fault = fault;
        }
    }

    /** Lists one for each way of crashing. */
    public static List<CrashedServer> all() {
        return Stream.of(Way.values()).map(CrashedServer::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control(way.title, way.fault)
                .healedBy("nothing", "cli")
                .onOwnServer();
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        try (BrakedMigrator migrator = BrakedMigrator.start(
                scene,
                () -> MigratorProcess.start(BrakedMigrator.NAME, scene.database(), RolledBackMigration.SCRIPT),
                look -> look.atBrakeWithCreation(BrakedMigrator.NAME))) {
            crash(scene.ownServer(), migrator.pid(), scene);
            MigrationOutcome outcome = migrator.process().outcome();
            if (!(outcome instanceof MigrationOutcome.Failed)) {
                throw new Inconclusive("The migrator did not notice: " + outcome);
            }
        }
        return RolledBackMigration.incident(scene);
    }

    private void crash(OwnServer server, int pid, Scene scene) {
        scene.timeline().strike(Lane.SERVER, header().fault());
        switch (way) {
            case POSTMASTER -> {
                server.killHard();
                server.start();
            }
            case BACKEND -> {
                Signals.kill(pid);
                Await.until("the server answers again", () -> server.answersWithout(pid));
            }
            case IMMEDIATE -> {
                server.shutDownImmediately();
                server.start();
            }
        }
        scene.timeline().mark(Lane.SERVER, "has recovered");
    }
}
