package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * The migrator dies between PREPARE TRANSACTION and the second phase.
 *
 * @param restarted whether the server is restarted after that
 */
public record LeftPrepared(boolean restarted) implements Scenario {

    private static final String FAULT = "SIGKILL of the migrator between the two phases of a commit";

    private static final List<String> STATEMENTS = List.of("CREATE TABLE accounts_user (id int PRIMARY KEY)");

    private static final Script NEXT = new Script("release3", Mode.TRANSACTION, STATEMENTS).impatient();

    /** Lists one without a restart of the server, and one with it. */
    public static List<LeftPrepared> all() {
        return List.of(new LeftPrepared(false), new LeftPrepared(true));
    }

    @Override
    public ScenarioHeader header() {
        return restarted
                ? ScenarioHeader.of(
                                "left-prepared-restarted",
                                FindingCode.PREPARED_CREATION,
                                FAULT + ", and a restart of the server")
                        .onOwnServer()
                : ScenarioHeader.of("left-prepared", FindingCode.PREPARED_CREATION, FAULT);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        // no two of one server may have the same identifier
        String gid = "release2_" + scene.database().name();
        Script script = new Script(gid, Mode.TWO_PHASE, STATEMENTS);
        try (KilledMigrator killed = KilledMigrator.atBrake(scene, script)) {
            killed.letGo();
        }
        if (restarted) {
            scene.timeline().strike(Lane.SERVER, "restarts");
            scene.ownServer().restart();
        }
        if (!scene.database().holds("EXISTS (SELECT FROM pg_catalog.pg_prepared_xacts WHERE gid = '" + gid + "')")) {
            throw new Inconclusive("Nothing is prepared");
        }
        scene.timeline().mark(Lane.LOCKS, "prepared transaction " + gid + " holds the name, and has no process");
        return new LastingIncident(
                scene,
                // the migration waits for ever; this one gives up at its lock_timeout
                Expectation.healed(new ServerError("55P03", null), "rolled_back")
                        .migrating(NEXT)
                        .withOptions("--rollback-prepared", gid));
    }
}
