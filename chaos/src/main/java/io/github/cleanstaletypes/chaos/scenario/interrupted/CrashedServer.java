package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.CatalogIncident;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.OwnServer;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.chaos.system.Signals;
import java.util.List;

/**
 * The server crashes in the middle of a migration, with {@code fsync = on}, and recovers: nothing may be left.
 *
 * @param way how it crashes
 */
public record CrashedServer(Way way) implements Scenario {

    /** How it crashes. */
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

    private static final Script SCRIPT = new Script(
            "release2",
            Mode.TRANSACTION,
            List.of(
                    "CREATE TYPE accounts_level AS ENUM ('a')",
                    "CREATE TABLE accounts_user (id int, level accounts_level)",
                    Brake.STATEMENT));

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.control(way.title, way.fault)
                .healedBy("nothing", "cli")
                .onOwnServer();
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        SessionView look = new SessionView(scene.database());
        Brake brake = Brake.on(scene.database());
        try (MigratorProcess migrator = MigratorProcess.start("first", scene.database(), SCRIPT)) {
            Await.until(
                    "the migrator is at its brake",
                    () -> look.atBrakeWithCreation("first").isPresent() || !migrator.isRunning());
            int pid = look.atBrakeWithCreation("first")
                    .orElseThrow(() -> new Inconclusive("No migration to interrupt: " + migrator.outcome()));
            crash(scene.ownServer(), pid, scene);
            MigrationOutcome outcome = migrator.outcome();
            if (!(outcome instanceof MigrationOutcome.Failed)) {
                throw new Inconclusive("The migrator did not notice: " + outcome);
            }
        } finally {
            brake.close();
        }
        if (scene.database().holds("EXISTS (SELECT FROM pg_catalog.pg_type WHERE typname LIKE 'accounts%')")) {
            throw new Inconclusive("The transaction was not rolled back");
        }
        return CatalogIncident.nothing(scene).with(SCRIPT).allowing("public.accounts_level");
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
