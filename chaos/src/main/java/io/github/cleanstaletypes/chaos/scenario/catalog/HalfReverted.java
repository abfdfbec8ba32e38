package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.Set;

/**
 * A release is reverted by a migration that drops its table and forgets its type.
 *
 * @param kind enum, domain, composite or range
 * @param create the statement that makes the type
 * @param sqlState what a CREATE TABLE of the name gets
 */
public record HalfReverted(String kind, String create, String sqlState) implements Scenario {

    /** Lists one for each kind of type. */
    public static List<HalfReverted> all() {
        return List.of(
                new HalfReverted("enum", "CREATE TYPE accounts_user AS ENUM ('admin', 'it''s a guest')", "42710"),
                new HalfReverted("domain", "CREATE DOMAIN accounts_user AS text CHECK (VALUE <> '')", "42710"),
                new HalfReverted("composite", "CREATE TYPE accounts_user AS (id int, level loyalty)", "42P07"),
                new HalfReverted("range", "CREATE TYPE accounts_user AS RANGE (subtype = date)", "42710"));
    }

    @Override
    public ScenarioHeader header() {
        ScenarioHeader header = ScenarioHeader.of(
                "half-reverted-" + kind,
                FindingCode.UNUSED_TYPE,
                "a down migration that drops the table and forgets the " + kind);
        // Flyway's own sessions keep a range from being removed where types are not locked
        return kind.equals("range")
                ? header.healedBy("nothing", "folk", "cli", "extension", "guard")
                : header.healedBy("nothing", "folk", "cli", "extension", "exclusive", "flyway", "guard", "code");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        int rows = 1 + scene.random().nextInt(100);
        scene.database()
                .execute(
                        create,
                        "CREATE TABLE accounts (id int PRIMARY KEY, u accounts_user)",
                        "INSERT INTO accounts SELECT pg_catalog.generate_series(1, " + rows + ")");
        scene.timeline().mark(Lane.MIGRATOR, "up: " + create);
        scene.database().execute("DROP TABLE accounts");
        scene.timeline().strike(Lane.MIGRATOR, "down: DROP TABLE, and no DROP TYPE");
        return new LastingIncident(
                scene, Expectation.typeRemoved(sqlState).allowing(Set.of(quarantined(scene.database()))));
    }

    /** Returns the name that a cleaner gives the type where it can only rename it. */
    private static String quarantined(Database database) {
        return "public."
                + database.queryText(
                        "SELECT 'stale_' || oid || '_' || typname FROM pg_catalog.pg_type WHERE typname = '"
                                + Expectation.CLAIMED + "'");
    }
}
