package io.github.cleanstaletypes.chaos.scenario.catalog;

import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.LastingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;

/**
 * The type in the way is used, by something that is easily missed.
 *
 * @param by what uses it
 * @param statements what makes its user
 */
public record InUse(String by, List<String> statements) implements Scenario {

    private static final String TYPE = "CREATE TYPE accounts_user AS ENUM ('admin', 'guest')";

    /** Lists one for each way of using. */
    public static List<InUse> all() {
        return List.of(
                new InUse(
                        "column",
                        List.of(
                                "CREATE TABLE sessions (id int, who accounts_user)",
                                "INSERT INTO sessions SELECT n, 'guest' FROM generate_series(1, 100) AS n")),
                new InUse(
                        "array-column",
                        List.of(
                                "CREATE TABLE sessions (id int, who accounts_user[])",
                                "INSERT INTO sessions SELECT n, '{guest,admin}' FROM generate_series(1, 100) AS n")),
                new InUse(
                        "function-body",
                        List.of("CREATE FUNCTION may(who text) RETURNS boolean LANGUAGE plpgsql AS"
                                + " $$ BEGIN RETURN who::accounts_user = 'admin'; END $$")),
                new InUse(
                        "lost-dependency",
                        List.of(
                                "CREATE TABLE sessions (id int, who accounts_user)",
                                "INSERT INTO sessions SELECT n, 'guest' FROM generate_series(1, 100) AS n",
                                "DELETE FROM pg_catalog.pg_depend WHERE refobjid = 'accounts_user'::pg_catalog.regtype"
                                        + " AND classid = 'pg_catalog.pg_class'::pg_catalog.regclass")));
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(
                        "in-use-by-" + by,
                        FindingCode.TYPE_IN_USE,
                        "a migration wants the name of a type that is used by " + user())
                .healedBy("nothing", "folk", "cli", "flyway", "guard");
    }

    private String user() {
        return (by.startsWith("a") ? "an " : "a ") + by.replace('-', ' ');
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        scene.database().execute(TYPE);
        scene.database().execute(statements.toArray(String[]::new));
        scene.timeline().strike(Lane.MIGRATOR, "another release: " + TYPE + ", used by " + user());
        return new LastingIncident(
                scene,
                Expectation.unchanged(new ServerError("42710", null), Ending.refused("refused"))
                        .withOptions("--strict"));
    }
}
