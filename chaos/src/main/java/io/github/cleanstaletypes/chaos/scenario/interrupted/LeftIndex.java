package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An index of the orders is left half-built. It has the name that the next migration wants. */
final class LeftIndex {

    /** An index belongs to its table, so that may differ; what may not is looked at here. */
    private static final String ORDERS = "public.orders";

    private static final String INDEX = "relation public.accounts_user";

    private LeftIndex() {}

    /** A migration that builds the index. */
    static Script building(String index) {
        return new Script("release2", Mode.STATEMENTS, List.of(index));
    }

    /** The next migration builds it, as the one before did, and gets 42P07 until it is removed. */
    static LastingIncident removed(Scene scene, Script next) {
        expect(scene.database(), "f");
        Inventory before = Inventory.of(scene.database()).ownedBy(ORDERS);
        return new LastingIncident(
                scene,
                Expectation.healed(new ServerError("42P07", null), "dropped")
                        .migrating(next)
                        .allowing(Set.of(ORDERS)),
                () -> differences(scene.database(), before),
                () -> {});
    }

    /** Nothing of the table may be another but this index, which is valid if it is still there. */
    private static List<String> differences(Database database, Inventory before) {
        List<String> differences =
                new ArrayList<>(Inventory.of(database).ownedBy(ORDERS).differencesFrom(before).stream()
                        .filter(difference -> !difference.contains(INDEX))
                        .toList());
        if (!database.queryTexts("SELECT indexrelid FROM pg_catalog.pg_index WHERE NOT indisvalid")
                .isEmpty()) {
            differences.add("an index is still invalid");
        }
        return differences;
    }

    /** Makes sure that the index is there, and valid or not. */
    static void expect(Database database, String valid) {
        String found = database.queryText(
                "SELECT indisvalid FROM pg_catalog.pg_index WHERE indexrelid = 'accounts_user'::pg_catalog.regclass");
        if (!found.equals(valid)) {
            throw new Inconclusive("Of the index that was left behind, indisvalid is " + found);
        }
    }
}
