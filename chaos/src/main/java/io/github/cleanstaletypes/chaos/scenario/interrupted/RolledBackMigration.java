package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.List;
import java.util.Set;

/** A migration makes a type and a table in one transaction, of which nothing is left when it is interrupted. */
final class RolledBackMigration {

    static final Script SCRIPT = new Script(
            "release2",
            Mode.TRANSACTION,
            List.of(
                    "CREATE TYPE accounts_level AS ENUM ('a')",
                    "CREATE TABLE accounts_user (id int, level accounts_level)",
                    Brake.STATEMENT));

    private RolledBackMigration() {}

    /** Makes sure that nothing is left which is in the way of the same migration. */
    static Incident incident(Scene scene) {
        if (scene.database().holds("EXISTS (SELECT FROM pg_catalog.pg_type WHERE typname LIKE 'accounts%')")) {
            throw new Inconclusive("The transaction was not rolled back");
        }
        return new LastingIncident(
                scene, Expectation.nothing().migrating(SCRIPT).allowing(Set.of("public.accounts_level")));
    }
}
