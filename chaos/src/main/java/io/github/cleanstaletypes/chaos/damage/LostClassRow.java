package io.github.cleanstaletypes.chaos.damage;

import io.github.cleanstaletypes.chaos.fault.Application;
import io.github.cleanstaletypes.chaos.fault.Plain;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.timeline.Lane;

/** A table's row in pg_class is gone, its row type is not, and its file holds the rows still. */
public final class LostClassRow implements Scenario {

    @Override
    public String name() {
        return "lost-class-row";
    }

    @Override
    public String finding() {
        return "ORPHAN_ROW_TYPE";
    }

    @Override
    public String fault() {
        return "the row of a table in pg_class is lost";
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        Bait.lay(scene);
        int rows = 1 + scene.random().nextInt(500);
        scene.database()
                .execute(
                        "CREATE TABLE accounts_user (id int)",
                        "INSERT INTO accounts_user SELECT pg_catalog.generate_series(1, " + rows + ")",
                        "DELETE FROM pg_catalog.pg_class WHERE relname = 'accounts_user'");
        scene.timeline().strike(Lane.SERVER, "DELETE FROM pg_class");
        return Plain.damaged(scene, "42710").withOptions("--type", Bait.NAME);
    }
}
