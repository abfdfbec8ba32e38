package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * A transaction stays open for ever, since nobody is there to end it, and no server has been told.
 *
 * @param way how its client came to fall silent
 */
public record IdleInTransaction(Way way) implements Scenario {

    /** The client falls silent in one of these ways. */
    public enum Way {
        /** The process was stopped by SIGSTOP. */
        FROZEN("frozen", "SIGSTOP of the migrator, which leaves its transaction open"),
        /** The same, and the healer is told to end a session that has been idle in a transaction for so long. */
        FROZEN_ENDED("frozen-ended", "SIGSTOP of the migrator, whose open transaction may be ended"),
        /** The network stopped forwarding, without a FIN; then the process was killed. */
        CUT_OFF(
                "cut-off",
                "the network is gone without a FIN, then SIGKILL of the migrator: its transaction stays open");

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
            List.of("CREATE TABLE accounts_user (id int PRIMARY KEY)", Brake.STATEMENT, "SELECT 1"));

    /** Lists one for each way of falling silent. */
    public static List<IdleInTransaction> all() {
        return Stream.of(Way.values()).map(IdleInTransaction::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNCOMMITTED_CREATION, way.fault);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Proxy proxy = Proxy.before(scene.database().port());
        BrakedMigrator migrator;
        try {
            migrator = BrakedMigrator.start(
                    scene,
                    () -> MigratorProcess.start(
                            BrakedMigrator.NAME, scene.database().through(proxy.port()), SCRIPT),
                    look -> look.atBrakeWithCreation(BrakedMigrator.NAME));
        } catch (RuntimeException e) {
            try (proxy) {
                throw e;
            }
        }
        Incident silent = new LastingIncident(scene, expectation().migrating(SCRIPT.impatient()), List::of, () -> {
            try (proxy) {
                migrator.close();
            }
        });
        try {
            switch (way) {
                case FROZEN, FROZEN_ENDED -> migrator.process().freeze();
                case CUT_OFF -> {
                    proxy.cut();
                    migrator.process().kill();
                }
            }
            scene.timeline().strike(Lane.MIGRATOR, way.fault);
            migrator.brake().close();
            SessionView look = new SessionView(scene.database());
            Await.until(
                    "its session is idle in transaction",
                    () -> look.idleInTransaction(BrakedMigrator.NAME).isPresent());
            scene.timeline().begin(Lane.SESSION, "idle in transaction");
            return silent;
        } catch (RuntimeException e) {
            try (silent) {
                throw e;
            }
        }
    }

    /** The next migration would wait for ever; this one gives up at its lock_timeout. */
    private Expectation expectation() {
        ServerError timeout = new ServerError("55P03", null);
        return switch (way) {
            case FROZEN, CUT_OFF ->
                Expectation.unchanged(timeout, Ending.noted("noted")).withOptions("--creators-wait", "500ms");
            case FROZEN_ENDED -> Expectation.healed(timeout, "ended").withOptions("--terminate-idle-after", "1s");
        };
    }
}
