package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The migrator dies between PREPARE TRANSACTION and the second phase.
 *
 * @param restarted whether the server is restarted after that
 */
public record LeftPrepared(boolean restarted) implements Scenario {

    private static final String FAULT = "SIGKILL of the migrator between the two phases of a commit";

    private static final List<String> STATEMENTS = List.of("CREATE TABLE accounts_user (id int PRIMARY KEY)");

    private static final Script NEXT = new Script("release3", Mode.TRANSACTION, STATEMENTS).impatient();

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
        return new Held(scene, gid);
    }

    private record Held(Scene scene, String gid) implements Incident {
        @Override
        public List<String> claims() {
            return List.of("accounts_user");
        }

        @Override
        public List<String> options() {
            return List.of("--rollback-prepared", gid);
        }

        /** It waits for ever; this one gives up at its lock_timeout. */
        @Override
        public Optional<ServerError> expectedError() {
            return Optional.of(new ServerError("55P03", null));
        }

        @Override
        public Ending ending() {
            return Ending.healed(Set.of("rolled_back"));
        }

        @Override
        public Set<String> mayDiffer() {
            return Set.of("public.accounts_user", "public.schema_history");
        }

        @Override
        public Optional<Script> nextScript() {
            return Optional.of(NEXT);
        }

        @Override
        public Optional<ServerError> migrate() {
            return NextMigration.of(scene, NEXT).run();
        }
    }
}
