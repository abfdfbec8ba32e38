package io.github.cleanstaletypes.chaos.scenario.interrupted;

import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome;
import io.github.cleanstaletypes.chaos.migrator.MigrationOutcome.Failed;
import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.scenario.Ending;
import io.github.cleanstaletypes.chaos.scenario.InFlight;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
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
import java.util.Set;

/**
 * Several migrators start on an empty database. One is in front; the others come while its transaction is open.
 *
 * @param migrators how many there are
 */
public record Race(int migrators) implements Scenario {

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
        Brake brake = Brake.on(scene.database());
        MigratorProcess first = MigratorProcess.start("first", scene.database(), script);
        Timeline.Span running =
                scene.timeline().begin(Lane.MIGRATOR, "first: " + String.join("; ", script.statements()));
        SessionView look = new SessionView(scene.database());
        try {
            Await.until(
                    "the first migrator has made its table",
                    () -> look.atBrakeWithCreation("first").isPresent() || !first.isRunning());
            int pid = look.atBrakeWithCreation("first")
                    .orElseThrow(() -> new Inconclusive("The first migrator made nothing: " + first.outcome()));
            return new Running(scene, script, migrators - 1, new Front(pid, brake, first, running));
        } catch (RuntimeException e) {
            try (brake;
                    first) {
                throw e;
            }
        }
    }

    /** The migrator in front. */
    private record Front(int pid, Brake brake, MigratorProcess process, Timeline.Span running) implements InFlight {
        @Override
        public void letGo() {
            brake.close();
            MigrationOutcome outcome = process.outcome();
            running.end();
            if (!outcome.equals(new MigrationOutcome.Migrated(1))) {
                throw new Inconclusive("The first migrator did not migrate: " + outcome);
            }
        }
    }

    private record Running(Scene scene, Script script, int others, Front front) implements Incident {
        @Override
        public List<String> claims() {
            return List.of("accounts_user");
        }

        @Override
        public List<String> options() {
            return List.of("--creators-wait", "60s");
        }

        @Override
        public Optional<ServerError> expectedError() {
            return Optional.of(new ServerError("23505", "pg_type_typname_nsp_index"));
        }

        @Override
        public Ending ending() {
            return Ending.healed(Set.of("waited"));
        }

        @Override
        public Set<String> mayDiffer() {
            return Set.of("public.accounts_user", "public.schema_history");
        }

        @Override
        public Optional<InFlight> inFlight() {
            return Optional.of(front);
        }

        @Override
        public Optional<Script> nextScript() {
            return Optional.of(script);
        }

        @Override
        public int replicas() {
            return others;
        }

        /** All others start at once; the one in front commits when each of them waits for it or is done. */
        @Override
        public Optional<ServerError> migrate() {
            SessionView look = new SessionView(scene.database());
            List<MigratorProcess> processes = new ArrayList<>();
            Timeline.Span running = scene.timeline().begin(Lane.NEXT, others + " more, at once");
            try {
                for (int i = 0; i < others; i++) {
                    processes.add(MigratorProcess.start("other", scene.database(), script));
                }
                Await.until(
                        "the others wait for the first, or are done",
                        () -> look.waitingFor(front.pid(), "other")
                                        + processes.stream()
                                                .filter(p -> !p.isRunning())
                                                .count()
                                >= others);
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
                                .strike(Lane.NEXT, "%d of %d: %s".formatted(errors.size(), others, error)));
                return errors.stream().findFirst();
            } finally {
                running.end();
                processes.forEach(MigratorProcess::close);
            }
        }

        @Override
        public void close() {
            front.brake().close();
            front.process().close();
        }
    }
}
