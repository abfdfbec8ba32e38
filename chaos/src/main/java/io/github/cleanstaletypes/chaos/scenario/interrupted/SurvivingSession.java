package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A session whose migrator is dead creates a table, and will commit it. */
final class SurvivingSession implements Incident {

    private final Scene scene;
    private final Script script;
    private final KilledMigrator killed;
    private final int rows;

    SurvivingSession(Scene scene, Script script, KilledMigrator killed, int rows) {
        this.scene = scene;
        this.script = script;
        this.killed = killed;
        this.rows = rows;
    }

    @Override
    public List<String> claims() {
        return List.of("accounts_user");
    }

    @Override
    public List<String> options() {
        return List.of("--creators-wait", "60s");
    }

    @Override
    public Optional<ServerError> expectedError() {
        return Optional.of(new ServerError("23505", "pg_type_typname_nsp_index"));
    }

    @Override
    public Ending ending() {
        return Ending.healed(Set.of("waited"));
    }

    @Override
    public Set<String> mayDiffer() {
        return Set.of("public.accounts_user", "public.schema_history");
    }

    @Override
    public Optional<InFlight> inFlight() {
        return Optional.of(killed);
    }

    @Override
    public Optional<Script> nextScript() {
        return Optional.of(script);
    }

    @Override
    public Optional<ServerError> migrate() {
        return NextMigration.of(scene, script).run(killed);
    }

    /** It is the dead migrator's work, whole, whatever was done meanwhile. */
    @Override
    public List<String> verify() {
        String found = scene.database().queryText("SELECT pg_catalog.count(DISTINCT id) FROM accounts_user");
        return found.equals(Integer.toString(rows))
                ? List.of()
                : List.of("accounts_user should have %d rows and has %s".formatted(rows, found));
    }

    @Override
    public void close() {
        killed.close();
    }
}
