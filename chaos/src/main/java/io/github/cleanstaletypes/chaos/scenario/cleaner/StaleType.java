package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cleaners come to grief over this stale type; all else must stay as it is. */
final class StaleType {

    static final List<String> CLEAN = List.of("clean", "--type", "accounts_user", "--creators-wait", "0");

    private static final String CREATE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    private final Scene scene;
    private final Database database;
    private final Inventory before;

    private StaleType(Scene scene, Database database, Inventory before) {
        this.scene = scene;
        this.database = database;
        this.before = before;
    }

    /** Leaves it in the database of an application. */
    static StaleType leaveIn(Scene scene) {
        Application.install(scene);
        scene.database().execute(CREATE);
        return new StaleType(scene, scene.database(), Inventory.of(scene.database()));
    }

    /** Makes sure that only the type is in the way of the next migration, and nothing else was lost. */
    LastingIncident incident() {
        expectNothingElseLost();
        again();
        return new LastingIncident(scene, Expectation.typeRemoved("42710").allowing(names(database)));
    }

    /** Makes it again, if it is gone or renamed. */
    void again() {
        if (database.holds("pg_catalog.to_regtype('accounts_user') IS NULL")) {
            database.execute(CREATE);
        }
    }

    /** Lists the oracle's owners of this type, also under the names that a cleaner gives it. */
    static Set<String> names(Database database) {
        Set<String> names = new HashSet<>(Set.of("public.accounts_user"));
        database.queryTexts("SELECT 'public.' || typname FROM pg_catalog.pg_type WHERE typname LIKE 'stale\\_%'")
                .forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** Throws if anything but this type is not what it was. */
    void expectNothingElseLost() {
        Deviation.ifAny(Inventory.of(database).differencesFrom(before, names(database)));
    }
}
