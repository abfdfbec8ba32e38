package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.Proxy;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A transaction stays open for ever, since nobody is there to end it, and no server has been told.
 *
 * @param way how its client came to fall silent
 */
public record IdleInTransaction(Way way) implements Scenario {

    /** How the client came to fall silent. */
    public enum Way {
        /** The process was stopped by SIGSTOP. */
        FROZEN("frozen", "SIGSTOP of the migrator, which leaves its transaction open"),
        /** The same, and whoever heals is told to end a session that has been idle in a transaction for so long. */
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

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNCOMMITTED_CREATION, way.fault);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Proxy proxy = Proxy.before(scene.database().port());
        SessionView look = new SessionView(scene.database());
        Brake brake = Brake.on(scene.database());
        MigratorProcess migrator =
                MigratorProcess.start("first", scene.database().through(proxy.port()), SCRIPT);
        Silent silent = new Silent(scene, way, proxy, migrator);
        try {
            Await.until(
                    "the migrator is at its brake",
                    () -> look.atBrakeWithCreation("first").isPresent() || !migrator.isRunning());
            if (look.atBrakeWithCreation("first").isEmpty()) {
                throw new Inconclusive("No migration to interrupt: " + migrator.outcome());
            }
            switch (way) {
                case FROZEN, FROZEN_ENDED -> migrator.freeze();
                case CUT_OFF -> {
                    proxy.cut();
                    migrator.kill();
                }
            }
            scene.timeline().strike(Lane.MIGRATOR, way.fault);
            brake.close();
            Await.until(
                    "its session is idle in transaction",
                    () -> look.idleInTransaction("first").isPresent());
            scene.timeline().begin(Lane.SESSION, "idle in transaction");
            return silent;
        } catch (RuntimeException e) {
            try (silent;
                    brake) {
                throw e;
            }
        }
    }

    private record Silent(Scene scene, Way way, Proxy proxy, MigratorProcess migrator) implements Incident {
        @Override
        public List<String> claims() {
            return List.of("accounts_user");
        }

        @Override
        public List<String> options() {
            return switch (way) {
                case FROZEN, CUT_OFF -> List.of("--creators-wait", "500ms");
                case FROZEN_ENDED -> List.of("--terminate-idle-after", "1s");
            };
        }

        /** It waits for ever; this one gives up at its lock_timeout. */
        @Override
        public Optional<ServerError> expectedError() {
            return Optional.of(new ServerError("55P03", null));
        }

        @Override
        public Ending ending() {
            return switch (way) {
                case FROZEN, CUT_OFF -> Ending.noted(Set.of("noted"));
                case FROZEN_ENDED -> Ending.healed(Set.of("ended"));
            };
        }

        @Override
        public Set<String> mayDiffer() {
            return switch (way) {
                case FROZEN, CUT_OFF -> Set.of();
                case FROZEN_ENDED -> Set.of("public.accounts_user", "public.schema_history");
            };
        }

        @Override
        public Optional<Script> nextScript() {
            return Optional.of(SCRIPT.impatient());
        }

        @Override
        public Optional<ServerError> migrate() {
            return NextMigration.of(scene, SCRIPT.impatient()).run();
        }

        @Override
        public void close() {
            migrator.close();
            proxy.close();
        }
    }
}
