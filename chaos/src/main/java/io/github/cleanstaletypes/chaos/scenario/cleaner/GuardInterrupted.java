package io.github.cleanstaletypes.chaos.scenario.cleaner;

import io.github.cleanstaletypes.chaos.migrator.MigratorProcess;
import io.github.cleanstaletypes.chaos.migrator.Script;
import io.github.cleanstaletypes.chaos.migrator.Script.Mode;
import io.github.cleanstaletypes.chaos.migrator.ServerError;
import io.github.cleanstaletypes.chaos.product.CommandLineRun;
import io.github.cleanstaletypes.chaos.scenario.Application;
import io.github.cleanstaletypes.chaos.scenario.Expectation;
import io.github.cleanstaletypes.chaos.scenario.Incident;
import io.github.cleanstaletypes.chaos.scenario.Lane;
import io.github.cleanstaletypes.chaos.scenario.PassingIncident;
import io.github.cleanstaletypes.chaos.scenario.Scenario;
import io.github.cleanstaletypes.chaos.scenario.ScenarioHeader;
import io.github.cleanstaletypes.chaos.scenario.Scene;
import io.github.cleanstaletypes.chaos.scenario.Timeline;
import io.github.cleanstaletypes.chaos.system.Await;
import io.github.cleanstaletypes.chaos.system.Brake;
import io.github.cleanstaletypes.chaos.system.Database;
import io.github.cleanstaletypes.chaos.system.Deviation;
import io.github.cleanstaletypes.chaos.system.Inconclusive;
import io.github.cleanstaletypes.chaos.system.JavaProcess;
import io.github.cleanstaletypes.chaos.system.SessionView;
import io.github.cleanstaletypes.report.FindingCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A guard runs a migration, which is in the middle of a statement that commits by itself; then one of the two comes to
 * grief, and the next guard starts at once. The migration's session goes on without its client: left alone, it would
 * commit a table without a row in the history, and fail the next migration.
 *
 * @param way who comes to grief
 */
public record GuardInterrupted(Way way) implements Scenario {

    /** One of these comes to grief, and the guard ends in its way. */
    public enum Way {
        /** The guard, which cannot stop its command any more. */
        GUARD_KILLED("guard-killed", "SIGKILL of a guard in the midst of its migration", 137),
        /** The command. */
        MIGRATOR_KILLED("guarded-migrator-killed", "SIGKILL of a migrator under its guard", 137),
        /** The session that holds the lock. */
        LOCK_LOST("guard-lock-lost", "pg_terminate_backend of the session that holds a guard's lock", 125);

        private final String title;
        private final String fault;
        private final int exit;

        Way(String title, String fault, int exit) {
            this.title = title;
            this.fault = fault;
            this.exit = exit;
        }
    }

    /** Lists one for each who comes to grief. */
    public static List<GuardInterrupted> all() {
        return Stream.of(Way.values()).map(GuardInterrupted::new).toList();
    }

    @Override
    public ScenarioHeader header() {
        return ScenarioHeader.of(way.title, FindingCode.UNCOMMITTED_CREATION, way.fault)
                .healedBy("nothing", "guard");
    }

    @Override
    public Incident begin(Scene scene) {
        Application.install(scene);
        int rows = 100 + scene.random().nextInt(900);
        Script script = new Script(
                "release2",
                Mode.STATEMENTS,
                List.of("CREATE TABLE accounts_user AS SELECT n AS id FROM generate_series(1, " + rows + ") AS n, ("
                        + Brake.STATEMENT + ") AS brake"));
        Brake brake = Brake.on(scene.database());
        try (CommandLineRun guard = scene.commandLine()
                .startGuard(
                        scene.database(),
                        List.of("--heartbeat", "100ms"),
                        MigratorProcess.command("first", scene.database(), script),
                        JavaProcess.classPath())) {
            return interrupt(scene, script, rows, brake, guard);
        } catch (RuntimeException e) {
            try (brake) {
                throw e;
            }
        }
    }

    private Incident interrupt(Scene scene, Script script, int rows, Brake brake, CommandLineRun guard) {
        SessionView look = new SessionView(scene.database());
        Timeline timeline = scene.timeline();
        Timeline.Span migrating = timeline.begin(
                Lane.MIGRATOR, "under a guard: " + script.statements().get(0));
        Await.until(
                "the guarded migrator is at its brake",
                () -> look.guardedAtBrakeWithCreation().isPresent() || !guard.isRunning());
        int pid = look.guardedAtBrakeWithCreation()
                .orElseThrow(() -> new Inconclusive("No migration under guard to interrupt: " + guard.printed()));
        List<ProcessHandle> family = guard.descendants();
        Timeline.Span session = timeline.begin(Lane.SESSION, "session " + pid + " goes on without its client");
        strike(scene, look, guard, pid);
        timeline.strike(Lane.MIGRATOR, way.fault);
        int exit = guard.result().exit();
        Deviation.unless(exit == way.exit, "exit status " + way.exit + " of the guard", exit + ": " + guard.printed());
        timeline.mark(Lane.MIGRATOR, "exit " + exit + " of the guard");
        Await.until(
                "all processes of the guard, and its lock, are gone",
                () -> family.stream().noneMatch(ProcessHandle::isAlive)
                        && look.guard().isEmpty());
        migrating.end();
        if (!look.isThere(pid)) {
            throw new Inconclusive("The interrupted migration left no session behind");
        }
        Expectation expectation =
                Expectation.healed(ServerError.NAME_TAKEN).migrating(script).withOptions("--heartbeat", "100ms");
        AbandonedSession abandoned = new AbandonedSession(scene, brake, pid, session);
        return PassingIncident.of(scene, expectation, abandoned, () -> wrong(scene.database(), script, rows));
    }

    private void strike(Scene scene, SessionView look, CommandLineRun guard, int pid) {
        switch (way) {
            case GUARD_KILLED -> guard.kill();
            case MIGRATOR_KILLED -> migrator(guard).destroyForcibly();
            case LOCK_LOST -> {
                int lock = look.guard().orElseThrow(() -> new Inconclusive("No session holds the lock"));
                Deviation.unless(lock != pid, "the lock in a session of its own", pid);
                scene.database().queryText("SELECT pg_catalog.pg_terminate_backend(" + lock + ")");
            }
        }
    }

    private static ProcessHandle migrator(CommandLineRun guard) {
        return guard.descendants().stream()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow(() -> new Inconclusive("No migrator to kill: " + guard.printed()));
    }

    /** Says what is wrong: the table must be the next migrator's work, whole, and once. */
    private static List<String> wrong(Database database, Script script, int rows) {
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put(
                "SELECT pg_catalog.count(*) || ' ' || pg_catalog.count(DISTINCT id) FROM accounts_user",
                rows + " " + rows);
        expected.put("SELECT pg_catalog.count(*) FROM schema_history WHERE name = '" + script.name() + "'", "1");
        List<String> wrong = new ArrayList<>();
        expected.forEach((query, result) -> {
            String seen = database.queryText(query);
            if (!seen.equals(result)) {
                wrong.add("%s gives %s, not %s".formatted(query, seen, result));
            }
        });
        return wrong;
    }
}
