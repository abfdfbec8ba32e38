package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.oracle.Inventory;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A stale type, that cleaners come to grief over; all else must stay as it is, whatever becomes of them. */
final class StaleType {

    static final List<String> CLEAN = List.of("clean", "--type", "accounts_user", "--creators-wait", "0");

    private static final String CREATE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    private final Database database;
    private final Inventory before;

    private StaleType(Database database, Inventory before) {
        this.database = database;
        this.before = before;
    }

    static StaleType leaveIn(Scene scene) {
        scene.database().execute(CREATE);
        return new StaleType(scene.database(), Inventory.of(scene.database()));
    }

    /** Makes it again, if it is gone or renamed. */
    void again() {
        if (database.holds("pg_catalog.to_regtype('accounts_user') IS NULL")) {
            database.execute(CREATE);
        }
    }

    /** The oracle's owners of this type, also under the names that a cleaner gives it. */
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
