package io.github.cleanstaletypes.chaos.damage;

import io.github.cleanstaletypes.chaos.fault.Application;
import io.github.cleanstaletypes.chaos.fault.Plain;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.timeline.Lane;
import java.util.List;

/**
 * The catalog is damaged. A claimed type that nothing uses lies about as bait: nobody may remove it there.
 *
 * @param name what the command line calls it
 * @param finding the code of the finding
 * @param fault what is damaged
 * @param statements what damages it
 * @param sqlState what a migration gets that makes a table of the damaged name
 */
public record Damaged(String name, String finding, String fault, List<String> statements, String sqlState)
        implements Scenario {

    static final String BAIT = "bait";

    /** Each kind of damage. */
    public static List<Damaged> all() {
        return List.of(
                new Damaged(
                        "lost-class-row",
                        "ORPHAN_ROW_TYPE",
                        "the row of a table in pg_class is lost",
                        List.of(
                                "CREATE TABLE accounts_user (id int)",
                                "INSERT INTO accounts_user SELECT pg_catalog.generate_series(1, 500)",
                                "DELETE FROM pg_catalog.pg_class WHERE relname = 'accounts_user'"),
                        "42710"),
                new Damaged(
                        "lost-element-type",
                        "ORPHAN_ARRAY_TYPE",
                        "the row of an element type in pg_type is lost, its array type is not",
                        List.of(
                                "CREATE TYPE accounts_user AS ENUM ('a')",
                                "UPDATE pg_catalog.pg_type SET typname = 'accounts_user_' WHERE typname = 'accounts_user'",
                                "UPDATE pg_catalog.pg_type SET typname = 'accounts_user' WHERE typname = '_accounts_user'",
                                "DELETE FROM pg_catalog.pg_type WHERE typname = 'accounts_user_'"),
                        "42710"),
                new Damaged(
                        "lost-row-type",
                        "RELATION_WITHOUT_TYPE",
                        "the row type of a table is lost in pg_type, the table is not",
                        List.of(
                                "CREATE TABLE accounts_user (id int)",
                                "DELETE FROM pg_catalog.pg_type WHERE typname = 'accounts_user'"),
                        "42P07"));
    }

    @Override
    public List<String> healers() {
        return List.of("nothing", "folk", "cli", "extension", "flyway");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute("CREATE TYPE bait AS ENUM ('worm')");
        scene.database().execute(statements.toArray(String[]::new));
        scene.timeline().strike(Lane.SERVER, fault);
        return Plain.damaged(scene, sqlState).withOptions("--type", BAIT);
    }
}
