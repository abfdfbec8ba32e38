package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.KilledMigrator;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.List;
import java.util.stream.Stream;

/**
 * The migrator is killed while something runs that commits by itself: its session makes the table all the same.
 *
 * @param what what runs
 */
public record KilledInStatement(Sent what) implements Scenario {

    /** The server has been sent this. */
    public enum Sent {
        /** One statement. */
        STATEMENT("killed-in-statement", "SIGKILL of the migrator in a CREATE TABLE AS that commits by itself"),
        /** A string of several statements, which the server runs to its end. */
        STRING("killed-in-string", "SIGKILL of the migrator in a string of statements that commits by itself");

        private final String title;
        private final String fault;

        Sent(String title, String fault) {
            this.title = title;
            this.fault = fault;
        }
    }

    /** Lists one for each thing that is sent. */
    public static List<KilledInStatement> all() {
        return Stream.of(Sent.values()).map(KilledInStatement::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(what.title, FindingCode.UNCOMMITTED_CREATION, what.fault);
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        int rows = 100 + scene.random().nextInt(900);
        Script script = script(rows);
        KilledMigrator killed = KilledMigrator.inCreation(scene, script);
        Expectation expectation = Expectation.healed(ServerError.NAME_TAKEN, "waited")
                .migrating(next(script))
                .withOptions("--creators-wait", "60s");
        return PassingIncident.of(scene, expectation, killed, () -> missing(rows, scene.database()));
    }

    private Script script(int rows) {
        return switch (what) {
            // the table is made before the first row comes, and the first row waits at the brake
            case STATEMENT ->
                new Script(
                        "release2",
                        Mode.STATEMENTS,
                        List.of("CREATE TABLE IF NOT EXISTS accounts_user AS SELECT n AS id FROM generate_series(1, "
                                + rows + ") AS n, (" + Brake.STATEMENT + ") AS brake"));
            case STRING ->
                new Script(
                        "release2",
                        Mode.ONE_STRING,
                        List.of(
                                "CREATE TABLE accounts_user (id int PRIMARY KEY)",
                                Brake.STATEMENT,
                                "INSERT INTO accounts_user SELECT pg_catalog.generate_series(1, " + rows + ")"));
        };
    }

    private Script next(Script script) {
        return switch (what) {
            case STATEMENT -> script;
            // it is run by a tool that knows no strings
            case STRING -> new Script(script.name(), Mode.TRANSACTION, script.statements());
        };
    }

    /** Says what is missing in the table, which must be the dead migrator's work, whole. */
    private static List<String> missing(int rows, Database database) {
        String found = database.queryText("SELECT pg_catalog.count(DISTINCT id) FROM accounts_user");
        return found.equals(Integer.toString(rows))
                ? List.of()
                : List.of("accounts_user should have %d rows and has %s".formatted(rows, found));
    }
}
