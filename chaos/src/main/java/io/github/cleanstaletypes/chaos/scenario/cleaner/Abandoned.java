package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.NextMigration;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a guard that came to grief, or its command, leaves to the next. */
record Abandoned(Scene scene, Script script, int rows, AbandonedSession session) implements Incident {

    @Override
    public List<String> claims() {
        return List.of("accounts_user");
    }

    @Override
    public List<String> options() {
        return List.of("--heartbeat", "100ms");
    }

    @Override
    public Optional<ServerError> expectedError() {
        return Optional.of(new ServerError("23505", "pg_type_typname_nsp_index"));
    }

    @Override
    public Ending ending() {
        return Ending.healed(Set.of());
    }

    @Override
    public Set<String> mayDiffer() {
        return Set.of("public.accounts_user", "public.schema_history");
    }

    @Override
    public Optional<InFlight> inFlight() {
        return Optional.of(session);
    }

    @Override
    public Optional<Script> nextScript() {
        return Optional.of(script);
    }

    @Override
    public Optional<ServerError> migrate() {
        return NextMigration.of(scene, script).run(session);
    }

    /** The next migrator's work, whole, and once. */
    @Override
    public List<String> verify() {
        List<String> wrong = new ArrayList<>();
        expect(
                "SELECT pg_catalog.count(*) || ' ' || pg_catalog.count(DISTINCT id) FROM accounts_user",
                rows + " " + rows,
                wrong);
        expect("SELECT pg_catalog.count(*) FROM schema_history WHERE name = '" + script.name() + "'", "1", wrong);
        return wrong;
    }

    private void expect(String query, String expected, List<String> wrong) {
        String seen = scene.database().queryText(query);
        if (!seen.equals(expected)) {
            wrong.add("%s gives %s, not %s".formatted(query, seen, expected));
        }
    }

    @Override
    public void close() {
        session.brake().close();
    }
}
