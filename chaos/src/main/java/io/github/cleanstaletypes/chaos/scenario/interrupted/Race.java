package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.BrakedMigrator;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several migrators start on an empty database. One is in front; the rivals come while its transaction is open.
 *
 * @param migrators how many there are
 */
public record Race(int migrators) implements Scenario {

    /** Lists races of few, of some, and of many. */
    public static List<Race> all() {
        return List.of(new Race(2), new Race(8), new Race(32));
    }

    @Override
    public ScenarioHeader header() {
        ScenarioHeader header = ScenarioHeader.of(
                "race-" + migrators,
                FindingCode.UNCOMMITTED_CREATION,
                migrators + " migrators on an empty database at once");
        // what so many processes show beyond a few is the failure
        return migrators > 8 ? header.healedBy("nothing") : header;
    }

    @Override
    public Incident begin(Scene scene) {
        Script script = new Script(
                "release1",
                Mode.TRANSACTION,
                List.of("CREATE TABLE IF NOT EXISTS accounts_user (id int PRIMARY KEY)", Brake.STATEMENT));
        Timeline.Span running =
                scene.timeline().begin(Lane.MIGRATOR, "first: " + String.join("; ", script.statements()));
        BrakedMigrator first = BrakedMigrator.start(
                scene,
                () -> MigratorProcess.start(BrakedMigrator.NAME, scene.database(), script),
                look -> look.atBrakeWithCreation(BrakedMigrator.NAME));
        Expectation expectation = Expectation.healed(ServerError.NAME_TAKEN, "waited")
                .migrating(script)
                .withOptions("--creators-wait", "60s");
        Rivals rivals = new Rivals(scene, script, migrators - 1);
        return new PassingIncident(
                expectation, new Front(first, running), rivals.number(), rivals::runAgainst, List::of);
    }

    /** One migrator is in front. */
    private record Front(BrakedMigrator migrator, Timeline.Span running) implements InFlight {
        @Override
        public int pid() {
            return migrator.pid();
        }

        @Override
        public void letGo() {
            migrator.brake().close();
            MigrationOutcome outcome = migrator.process().outcome();
            running.end();
            if (!outcome.equals(new MigrationOutcome.Migrated(1))) {
                throw new Inconclusive("The first migrator did not migrate: " + outcome);
            }
        }

        @Override
        public void close() {
            migrator.close();
        }
    }

    /** The others come while its transaction is open. */
    private record Rivals(Scene scene, Script script, int number) {

        /** Starts all of them at once, and lets the one in front commit when each of them waits for it or is done. */
        Optional<ServerError> runAgainst(InFlight front) {
            SessionView look = new SessionView(scene.database());
            List<MigratorProcess> processes = new ArrayList<>();
            Timeline.Span running = scene.timeline().begin(Lane.NEXT, number + " more, at once");
            try {
                for (int i = 0; i < number; i++) {
                    processes.add(MigratorProcess.start("other", scene.database(), script));
                }
                Await.until(
                        "the others wait for the first, or are done",
                        () -> look.waitingFor(front.pid(), "other")
                                        + processes.stream()
                                                .filter(p -> !p.isRunning())
                                                .count()
                                >= number);
                front.letGo();
                List<ServerError> errors = new ArrayList<>();
                for (MigratorProcess process : processes) {
                    if (process.outcome() instanceof Failed failed && failed.error() != null) {
                        errors.add(failed.error());
                    }
                }
                errors.stream()
                        .findFirst()
                        .ifPresent(error -> scene.timeline()
                                .strike(Lane.NEXT, "%d of %d: %s".formatted(errors.size(), number, error)));
                return errors.stream().findFirst();
            } finally {
                running.end();
                processes.forEach(MigratorProcess::close);
            }
        }
    }
}
